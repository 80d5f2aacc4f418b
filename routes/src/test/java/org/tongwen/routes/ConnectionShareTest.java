package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionShareTest {

    private static final String ASK = "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n";

    @TempDir
    private Path folder;

    @Test
    void oneAddressCannotTakeAllPlacesAndGetsItsOwnBack() throws Exception {
        String yaml = """
                listen: {connections: 100, connections-per-address: 2}
                participants:
                  clerk: {credentials: {open: yes}, mappings: iso}
                """;
        try (LiveHub hub = new LiveHub(folder, yaml)) {
            try (Socket slow = new Socket("127.0.0.1", hub.port());
                    Socket slower = new Socket("127.0.0.1", hub.port())) {
                stay(slow);
                stay(slower);

                assertThat(answer(hub)).isEmpty();
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(answer(hub)).startsWith("HTTP/1.1 200 "));
        }
    }

    /** Asks, so that it has its place for certain, and begins to ask again. */
    private static void stay(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((ASK + "\r\n" + ASK).getBytes(US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
    }

    /** Empty when the hub closes the connection without one. */
    private static String answer(LiveHub hub) {
        try {
            return hub.raw(ASK + "Connection: close\r\n\r\n");
        } catch (IOException e) {
            return "";
        }
    }
}
