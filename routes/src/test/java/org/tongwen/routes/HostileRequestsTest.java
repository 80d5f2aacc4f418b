package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.finding;
import static org.tongwen.routes.LiveHub.json;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.access.ApiKey;

/** Requests that want to be two, to speak in headers, or to be more than they seem; to a whole hub. */
class HostileRequestsTest {

    private static final ApiKey BANK = ApiKey.random();
    private static final ApiKey OTHER = ApiKey.random();
    private static final ApiKey OPERATOR = ApiKey.random();
    private static final List<Headers> DELIVERED = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static HttpServer receiver;
    private static LiveHub hub;

    @BeforeAll
    static void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receiver.createContext("/", exchange -> {
            DELIVERED.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        hub = new LiveHub(folder, """
                participants:
                  bank:
                    agents: [AAAAGB2LXXX, BANKCNBJXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103, wechat-pay.*, iso]
                    counterparties: [wallet]
                    profile: none
                    limits: {max-size: 100KB}
                  other:
                    credentials: {api-keys: %s}
                    mappings: [iso]
                  wallet:
                    agents: [BBBBESMMXXX, BANKDEFFXXX]
                    receives: {channel: http, to: "http://127.0.0.1:%d/in", mappings: {"*": iso}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                """.formatted(
                        BANK.hash(), OTHER.hash(), receiver.getAddress().getPort(), OPERATOR.hash()));
    }

    @AfterAll
    static void stop() {
        hub.close();
        receiver.stop(0);
    }

    /** Whoever stands before the hub may see the end of a request elsewhere than the hub: such requests are not answered but refused, and the connection ends. */
    @Test
    void aRequestWhoseEndCanBeSeenInTwoWaysIsRefused() {
        List<String> heads = List.of(
                "Content-Length: 4\r\nContent-Length: 60\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4, 60\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: 0x4\r\n",
                "Content-Length: four\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length : 4\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked\rX: y\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "X: y\rContent-Length: 4\r\n",
                "X: y\u0000z\r\nContent-Length: 4\r\n",
                "Host: y\r\nContent-Length: 4\r\n");

        RawHttp.sendAll(hub.port(), heads, head -> post(head, "0\r\n\r\n")).forEach((head, answers) -> {
            assertThat(answers)
                    .as(head)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json")
                    .contains("hub.BadRequest");
            assertThat(answers)
                    .as("one answer to " + head)
                    .doesNotContain("openapi: 3")
                    .containsOnlyOnce("HTTP/1.1 ");
        });
    }

    /** A request with these headers and this body, and another behind it. */
    private static String post(String headers, String body) {
        return "POST /validations HTTP/1.1\r\nHost: x\r\nX-API-Key: " + BANK.text() + "\r\n" + headers + "\r\n" + body
                + "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    }

    @Test
    void aChunkThatIsNoneIsRefused() {
        List<String> chunks = List.of(
                "5\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5 5\r\nhello\r\n0\r\n\r\n",
                "5\t0\r\nhello\r\n0\r\n\r\n",
                "5 x;y\r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0 5\r\n\r\n",
                "5\r\nhello\r\n6 7\r\n world\r\n0\r\n\r\n",
                "FFFFFFFFFF\r\nhello",
                "5\r\nhelloX0\r\n\r\n");

        RawHttp.sendAll(hub.port(), chunks, body -> post("Transfer-Encoding: chunked\r\n", body))
                .forEach((body, answers) -> assertThat(answers)
                        .as(body)
                        .matches("(?s)HTTP/1.1 4(00|13) .*")
                        .doesNotContain("openapi: 3"));
    }

    @Test
    void chunksInAllTheirFormsAreTaken() {
        List<String> chunks = List.of(
                "4\r\n<a/>\r\n0\r\n\r\n",
                "0004 ;name=\"5 5\"\r\n<a/>\r\n0;x\r\nTrailer: y\r\n\r\n",
                "1\r\n<\r\n3;a;b=c\r\na/>\r\n000\r\n\r\n",
                "9\r\n<a>2\r\nx</\r\n2\t\r\na>\r\n0\r\n\r\n",
                "fA1\r\n<a>" + "x".repeat(0xFA1 - 7) + "</a>\r\n0\r\n\r\n");

        RawHttp.sendAll(hub.port(), chunks, body -> post("Transfer-Encoding: chunked\r\n", body))
                .forEach((body, answers) ->
                        assertThat(answers).as(body).startsWith("HTTP/1.1 200 ").contains("openapi: 3"));
    }

    @Test
    void trailersOfAChunkedBodySayNothing() throws IOException {
        String answers = hub.raw(
                "POST /validations HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "4\r\n<a/>\r\n0\r\nX-API-Key: " + BANK.text() + "\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void aThousandHeadersAreReadOrRefusedInWords() throws IOException {
        assertThat(get("X:y\r\n".repeat(1_000))).startsWith("HTTP/1.1 200 ");
        assertThat(get("X-Long-Name: y\r\n".repeat(1_000)))
                .startsWith("HTTP/1.1 431 ")
                .contains("hub.HeadersTooLarge");
    }

    private static String get(String headers) throws IOException {
        return hub.raw("GET /openapi.yaml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, elsewhere:443",
        "GET, elsewhere:443",
        "GET, http://elsewhere",
        "GET, file:///etc/hostname",
        "GET, '*'",
        "GET, /..",
        "GET, /messages/../openapi.yaml",
        "GET, //elsewhere/openapi.yaml",
        "GET, http://elsewhere/../openapi.yaml"
    })
    void aTargetElsewhereLeadsNowhere(String method, String target) throws IOException {
        String answer = hub.raw(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|405) .*").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\n b", "a b", "a\tb", "ä", "\u0001"})
    void anIdempotencyKeyThatIsNoPlainWordIsRefused(String key) throws IOException {
        String body = LiveHub.mt103(1);
        String answer = hub.raw("POST /messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-Key: " + BANK.text()
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /messages?mapping=swift.mt103%0d%0aSet-Cookie:%20x",
                "POST /translations/wechat-pay.%0d%0aSet-Cookie:%20x/to-iso",
                "POST /translations/swift.mt103/to-iso?reporting=%0d%0aSet-Cookie:%20x",
                "GET /mappings/swift.mt103%0d%0aSet-Cookie:%20x",
                "POST /validations?message=%0d%0aSet-Cookie:%20x",
                "GET /messages/%0d%0aSet-Cookie:%20x"
            })
    void lineBreaksInPathsAndQueriesDoNotReachHeaders(String line) throws IOException {
        String body = "<a/>";
        String answer = hub.raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-Key: " + BANK.text()
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("\nSet-Cookie");
    }

    @Test
    void whatAMessageSaysIsNoHeaderOfItsAnswerOrDelivery() {
        String evil =
                Samples.PACS_008.replace("M-1", "M&#13;&#10;Set-Cookie: x").replace("E-1", "E&#10;Idempotency-Key: y");
        DELIVERED.clear();

        HttpResponse<String> answer = hub.post("/messages", BANK, evil);

        assertThat(answer.headers().map().keySet())
                .isSubsetOf("content-length", "content-type", "x-content-type-options", "tongwen-message-id");
        if (answer.statusCode() == 202) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !DELIVERED.isEmpty());
            assertThat(DELIVERED.get(0).keySet()).doesNotContain("Set-cookie");
            assertThat(DELIVERED.get(0).get("Idempotency-Key"))
                    .containsExactly(json(answer).get("id").asText());
        }
    }

    @Test
    void headersOfTheHubsOwnNamesHaveNoEffectFromOutside() {
        HttpResponse<String> answer = hub.post(
                "/messages?mapping=swift.mt103",
                BANK,
                LiveHub.mt103(2),
                "TongwenParticipant",
                "wallet",
                "TongwenMapping",
                "iso",
                "TongwenIdempotencyKey",
                "mine",
                "TongwenKnows",
                "all",
                "TongwenRequest",
                "x",
                "TongwenResource",
                "openapi",
                "TongwenReceives",
                "x",
                "CamelHttpResponseCode",
                "299",
                "CamelHttpPath",
                "/openapi.yaml",
                "CamelHttpMethod",
                "GET",
                "X-HTTP-Method-Override",
                "GET");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        HttpResponse<String> story =
                hub.get("/messages/" + json(answer).get("id").asText(), OPERATOR);
        assertThat(json(story).get("participant").asText()).isEqualTo("bank");
        assertThat(json(story).get("mapping").asText()).startsWith("swift.mt103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "compress", "gzip, gzip", "x"})
    void compressedBodiesAreRefusedUnread(String encoding) {
        for (String path : List.of("/messages", "/translations/swift.mt103/to-iso", "/validations")) {
            HttpResponse<String> answer = hub.post(
                    path, BANK, BodyPublishers.ofByteArray(new byte[] {31, -117, 8}), "Content-Encoding", encoding);
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(finding(answer)).isEqualTo("hub.ContentEncoding");
        }
        HttpResponse<String> repair =
                hub.send(hub.request("/messages/01a20371-1807-7000-8516-2db906d3aa84/source?reason=x")
                        .header("X-API-Key", OPERATOR.text())
                        .header("Content-Encoding", encoding)
                        .PUT(BodyPublishers.ofByteArray(new byte[] {31, -117, 8})));
        assertThat(repair.statusCode()).isEqualTo(415);
    }

    @Test
    void aZipFileIsNoMessage() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../payment.xml"));
            out.write(Samples.PACS_008.getBytes(UTF_8));
        }
        for (String path : List.of("/messages?mapping=iso", "/messages?mapping=swift.mt103", "/validations")) {
            HttpResponse<String> answer = hub.post(
                    path, BANK, BodyPublishers.ofByteArray(zip.toByteArray()), "Content-Type", "application/zip");

            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
            assertThat(finding(answer)).isNotEmpty();
        }
    }

    @Test
    void aBodyOverTheParticipantsLimitIsRefusedHoweverItComes() {
        byte[] body = new byte[100_001];
        java.util.Arrays.fill(body, (byte) ' ');
        for (String path : List.of("/messages", "/translations/swift.mt103/to-iso", "/validations")) {
            assertThat(hub.post(path, BANK, BodyPublishers.ofByteArray(body)).statusCode())
                    .isEqualTo(413);
            assertThat(hub.post(path, BANK, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))
                            .statusCode())
                    .isEqualTo(413);
        }
    }
}
