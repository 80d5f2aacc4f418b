package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.access.ApiKey;

/** Pages of others in a browser on the machine of a hub that asks nobody for credentials. */
class ForeignPagesTest {

    private static final ApiKey BANK = ApiKey.random();

    @TempDir
    private static Path folder;

    private static LiveHub hub;

    @BeforeAll
    static void start() {
        hub = new LiveHub(folder, """
                participants:
                  clerk: {credentials: {open: yes}, mappings: iso}
                  bank: {credentials: {api-keys: %s}, mappings: iso}
                """.formatted(BANK.hash()));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example|Origin: http://evil.example",
                "Host: evil.example",
                "Host: evil.example:PORT",
                "Host: localhost.evil.example:PORT",
                "Host: 127.0.0.1.evil.example",
                "Host: 192.0.2.1:PORT",
                "Host: localhost:PORT|Origin: http://evil.example",
                "Host: localhost:PORT|Origin: null",
                "Host: localhost:PORT|Origin: https://localhost:PORT",
                "Host: localhost:PORT|Origin: http://localhost:1",
                "Host: localhost:PORT|Origin: http://localhost:PORT|Origin: http://evil.example",
                "Host: localhost:PORT|Sec-Fetch-Site: cross-site"
            })
    void aForeignPageIsRefusedUnlessItShowsCredentials(String headers) throws IOException {
        assertThat(validate(headers)).startsWith("HTTP/1.1 403 ").contains("hub.ForeignPage");
        assertThat(validate(headers + "|X-API-Key: " + BANK.text())).startsWith("HTTP/1.1 200 ");
        assertThat(validate(headers + "|X-API-Key: " + ApiKey.random().text())).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: LocalHost:1",
                "Host: 127.0.0.1:PORT",
                "Host: [::1]:PORT",
                "Host: localhost:PORT|Origin: http://localhost:PORT|Sec-Fetch-Site: same-origin",
                "Host: localhost:PORT|Sec-Fetch-Site: none"
            })
    void programsOfTheMachineAndTheHubsOwnPagesAreNot(String headers) throws IOException {
        assertThat(validate(headers)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aForeignPageHandsNoPaymentOver() throws IOException {
        assertThat(ask("POST /messages", "Host: evil.example|Origin: http://evil.example"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(ask("POST /messages", "Host: localhost")).doesNotStartWith("HTTP/1.1 403 ");
    }

    private static String validate(String headers) throws IOException {
        return ask("POST /validations", headers);
    }

    private static String ask(String what, String headers) throws IOException {
        String lines = headers.replace("PORT", Integer.toString(hub.port())).replace("|", "\r\n");
        return hub.raw(what + " HTTP/1.1\r\n" + lines
                + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 4\r\n\r\n<a/>");
    }
}
