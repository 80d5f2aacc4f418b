package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.finding;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;

/** A hub whose memory holds one body of the largest size and no more. */
class BodyMemoryOverHttpTest {

    private static final ApiKey BANK = ApiKey.random();
    private static final int LARGEST = 40_000;

    @TempDir
    private static Path folder;

    private static LiveHub hub;

    @BeforeAll
    static void start() {
        hub = new LiveHub(
                folder,
                """
                participants:
                  bank: {agents: [AAAAGB2LXXX], credentials: {api-keys: %s}, mappings: [iso]}
                """.formatted(BANK.hash()),
                options -> options.maxBytes(LARGEST).timeout(Duration.ofSeconds(8)),
                Surroundings.USUAL.memory(LARGEST));
        validate(100);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void aBodyForWhichThereIsNoMemoryIsRefusedForNow() throws IOException {
        try (Socket slow = begun(LARGEST - 1_000)) {
            assertThat(slow.isConnected()).isTrue();
            await().atMost(Duration.ofSeconds(5)).until(() -> validate(5_000).statusCode() == 503);
            HttpResponse<String> refused = validate(5_000);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(finding(refused)).isEqualTo("hub.Full");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Connection")).contains("close");
            assertThat(validate(500).statusCode()).as("what has its place").isEqualTo(200);
            assertThat(hub.get("/mappings", BANK).statusCode())
                    .as("without a body")
                    .isEqualTo(200);
        }
        allIsFree();
    }

    @Test
    void answersGiveTheMemoryBack() throws IOException {
        String one = request(3_000);
        String many = one + one + one.replace("Host: x", "Host: x\r\nConnection: close");
        for (int i = 0; i < 10; i++) {
            assertThat(hub.raw(many).split("HTTP/1.1 200 ", -1)).as("pipelined").hasSize(4);
        }
        IntStream.range(0, 20)
                .forEach(i -> assertThat(validate(LARGEST).statusCode())
                        .as("on a kept connection")
                        .isEqualTo(200));
    }

    @Test
    void refusalsGiveTheMemoryBack() throws IOException {
        String part = "7530\r\n" + "x".repeat(0x7530) + "\r\n";
        assertThat(hub.raw(chunked(part + part))).startsWith("HTTP/1.1 413 ");
        allIsFree();
        assertThat(hub.raw(chunked(part + "none\r\n"))).startsWith("HTTP/1.1 400 ");
        allIsFree();
        assertThat(hub.raw(request(30_000)
                        .replace("/validations", "/nowhere")
                        .replace("Host: x", "Host: x\r\nConnection: close")))
                .startsWith("HTTP/1.1 404 ");
        allIsFree();
        assertThat(hub.raw(chunked(part))).as("too slow").startsWith("HTTP/1.1 408 ");
        allIsFree();
    }

    @Test
    void whoeverLeavesGivesTheMemoryBack() throws IOException {
        for (int i = 0; i < 5; i++) {
            begun(30_000).close();
            allIsFree();
            try (Socket gone = new Socket("127.0.0.1", hub.port())) {
                gone.getOutputStream().write(request(LARGEST).getBytes(US_ASCII));
            }
            allIsFree();
        }
    }

    /** A body of the largest size finds its place. */
    private static void allIsFree() {
        await().atMost(Duration.ofSeconds(5)).until(() -> validate(LARGEST).statusCode() == 200);
    }

    private static HttpResponse<String> validate(int bytes) {
        return hub.post("/validations", BANK, body(bytes));
    }

    private static String body(int bytes) {
        return "<a>" + "x".repeat(bytes - 7) + "</a>";
    }

    private static String request(int bytes) {
        return head("Content-Length: " + bytes) + body(bytes);
    }

    private static String chunked(String chunks) {
        return head("Transfer-Encoding: chunked") + chunks;
    }

    private static String head(String length) {
        return "POST /validations HTTP/1.1\r\nHost: x\r\nX-API-Key: " + BANK.text() + "\r\n" + length + "\r\n\r\n";
    }

    /** A connection on which a body of the largest size is to come, and that much of it has. */
    private static Socket begun(int bytes) throws IOException {
        Socket socket = new Socket("127.0.0.1", hub.port());
        String start = head("Content-Length: " + LARGEST) + "x".repeat(bytes);
        socket.getOutputStream().write(start.getBytes(US_ASCII));
        return socket;
    }
}
