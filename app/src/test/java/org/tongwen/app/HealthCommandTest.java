package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "301, 1", "404, 1"})
    void endsByWhatTheHubAnswers(int status, int exit) throws Exception {
        HttpServer hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/observe/health/ready", exchange -> answer(exchange, status));
        hub.start();
        try {
            String address = "http://127.0.0.1:" + hub.getAddress().getPort();

            assertThat(new Session().run("health", "--hub", address).exitCode()).isEqualTo(exit);
            assertThat(new Session().run("health", "--hub", address + "/").exitCode())
                    .isEqualTo(exit);
        } finally {
            hub.stop(0);
        }
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Location", "/observe/health/live");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Session.Outcome outcome = new Session().run("health", "--hub", "http://127.0.0.1:" + port);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("the hub does not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "file:///etc/passwd", "http://", "http://a/b", "http://[", "http://a b"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(new Session().run("health", "--hub", text).exitCode()).isEqualTo(2);
    }
}
