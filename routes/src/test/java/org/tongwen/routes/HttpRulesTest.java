package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRulesTest {

    private static final String PATH = "/translations/acme.payout/to-iso";
    private static final String TWO_MEGABYTES = "x".repeat(2_000_000);

    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "//",
                "/mappings/",
                "/mappings//",
                "/translations",
                "/translations/acme.payout",
                PATH + "/",
                "/translations/acme.payout/../../mappings",
                "/mappings/..%2f..%2fetc%2fpasswd",
                "/mappings/%2e%2e",
                "/mappings/%00",
                "/mappings/%ff",
                "/mappings/a%0d%0aSet-Cookie:%20x",
                "/observe",
                "/observe/health/dead",
                "/openapi.yaml/x",
                "/Mappings",
                "/mappings/%"
            })
    void answersNotFoundInWords(String path) throws Exception {
        String answer = hub.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text).startsWith("HTTP/1.1 404 ").contains("hub.Unknown"),
                        text -> assertThat(text).startsWith("HTTP/1.1 405 "))
                .contains("application/problem+json")
                .doesNotContain("\r\nSet-Cookie");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /translations/acme.payout/to-iso, 'POST, OPTIONS'",
        "HEAD, /validations, 'POST, OPTIONS'",
        "POST, /mappings, 'GET, HEAD, OPTIONS'",
        "DELETE, /mappings/acme.payout, 'GET, HEAD, OPTIONS'",
        "PUT, /openapi.yaml, 'GET, HEAD, OPTIONS'",
        "PATCH, /observe/metrics, 'GET, HEAD, OPTIONS'",
        "TRACE, /observe/health, 'GET, HEAD, POST, PUT, OPTIONS'",
        "BREW, /mappings, 'GET, HEAD, POST, PUT, OPTIONS'"
    })
    void saysWhichMethodsThereAre(String method, String path, String allowed) throws Exception {
        String answer = hub.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .startsWith("http/1.1 405 ")
                .contains("\r\nallow: " + allowed.toLowerCase(java.util.Locale.ROOT) + "\r\n");
    }

    @Test
    void answersOptions() {
        HttpResponse<String> answer = hub.method("OPTIONS", PATH);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersHeadLikeGetWithoutABody() throws Exception {
        String head = hub.raw("HEAD /mappings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String length = Integer.toString(hub.get("/mappings").body().length());

        assertThat(head)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("\r\ncontent-length: " + length + "\r\n")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mappings", "/nothing", "/openapi.yaml", "/observe/metrics"})
    void givesNothingBackThatTheRequestBrought(String path) {
        HttpResponse<String> answer = hub.send(hub.request(path)
                .header("X-Mine", "1")
                .header("breadcrumbId", "2")
                .header("CamelHttpResponseCode", "299")
                .header("TongwenResource", "metrics")
                .header("Cookie", "a=b")
                .GET());

        assertThat(answer.statusCode()).isNotEqualTo(299);
        assertThat(answer.headers().map().keySet())
                .isSubsetOf("content-length", "content-type", "x-content-type-options", "connection");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void takesNoOrdersFromHeaders() {
        HttpResponse<String> answer = hub.send(hub.request(PATH)
                .header("TongwenGiven.debtor_name", "thief")
                .header("TongwenDirection", "from-iso")
                .header("CamelHttpPath", "/mappings")
                .POST(BodyPublishers.ofString("x")));

        assertThat(answer.body()).isEqualTo("<to-iso debtor='' account=''>x</to-iso>");
    }

    @Test
    void refusesABodyAboveTheLimit() {
        HttpResponse<String> answer = hub.toIso(TWO_MEGABYTES);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("hub.TooLarge").contains("1000000 bytes");
    }

    @Test
    void refusesAChunkedBodyAboveTheLimit() {
        byte[] body = TWO_MEGABYTES.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                hub.send(hub.request(PATH).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("hub.TooLarge");
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        assertThat(hub.toIso("x".repeat(1_000_000)).statusCode()).isEqualTo(200);
        assertThat(hub.toIso("x".repeat(1_000_001)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAnAnnouncedSizeBeforeTheBodyComes() throws Exception {
        String answer = hub.raw("POST " + PATH
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
    }

    @Test
    void asksForTheBodyOfAClientThatWaits() throws Exception {
        HttpResponse<String> answer =
                hub.send(hub.request(PATH).expectContinue(true).POST(BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotHttp() {
        Map<String, Integer> cases = Map.of(
                "GARBAGE\r\n\r\n",
                400,
                "GET /mappings HTTP/1.1\r\nConnection: close\r\n\r\n",
                400,
                "GET /mappings HTTP/1.1\r\nHost: localhost\r\nBad Header\u0001: y\r\n\r\n",
                400,
                "POST /validations HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                400,
                "POST /validations HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\nContent-Length: 5\r\n\r\n",
                417,
                "GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                414,
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n",
                431);

        RawHttp.sendAll(hub.port(), cases.keySet(), bytes -> bytes)
                .forEach((bytes, answer) -> assertThat(answer)
                        .startsWith("HTTP/1.1 " + cases.get(bytes) + " ")
                        .contains("application/problem+json")
                        .contains("\"findings\""));
    }

    @Test
    void takesTheAbsoluteFormOfATarget() throws Exception {
        String answer = hub.raw(
                "GET http://localhost:1/mappings/acme.payout HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Payouts of ACME");
    }

    @Test
    void answersPipelinedRequestsOneAfterTheOther() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            String body = "number-" + i + ".";
            requests.append("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
        }
        requests.append("GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String answers = hub.raw(requests.toString());

        int from = 0;
        for (int i = 0; i < 50; i++) {
            from = answers.indexOf(">number-" + i + ".<", from);
            assertThat(from).as("answer " + i).isPositive();
        }
        assertThat(answers.substring(from)).contains("HTTP/1.1 404 ");
    }

    @Test
    void serves200ConnectionsAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> hub.client()
                        .sendAsync(
                                hub.request(PATH)
                                        .POST(BodyPublishers.ofString("number-" + i + "."))
                                        .build(),
                                BodyHandlers.ofString()))
                .toList();

        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).orTimeout(30, TimeUnit.SECONDS).join().body())
                    .contains(">number-" + i + ".<");
        }
    }

    @Test
    void staysWithHttp1WhenAClientOffersMore() throws Exception {
        HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient()
                .send(hub.request(PATH).POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_1_1);
    }

    @Test
    void takesNoSecondRequestOutOfABodyLongerThanAnnounced() throws Exception {
        String answers = hub.raw("POST " + PATH
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nshort and some more\r\n\r\n");

        assertThat(answers).contains(">shor<").contains("HTTP/1.1 400 ").contains("hub.BadRequest");
    }

    @Test
    void keepsAConnectionForTheNextRequest() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", hub.port())) {
            socket.setSoTimeout(20_000);
            for (int i = 0; i < 3; i++) {
                OutputStream out = socket.getOutputStream();
                out.write("GET /mappings/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(readAnswer(socket.getInputStream()))
                        .startsWith("HTTP/1.1 404 ")
                        .endsWith("}\n");
            }
        }
    }

    @Test
    void givesUpOnAHalfSentRequest() throws Exception {
        try (TestHub impatient = new TestHub(TestHub.OPTIONS.timeout(Duration.ofMillis(300)))) {
            String answer =
                    impatient.raw("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf");

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("hub.RequestTimeout");
        }
    }

    @Test
    void givesUpOnATranslationThatDoesNotEnd() {
        try (TestHub impatient = new TestHub(TestHub.OPTIONS.timeout(Duration.ofMillis(300)))) {
            HttpResponse<String> answer = impatient.toIso("wait");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("hub.TimedOut");
            impatient.mayLeave.countDown();
        }
    }

    @Test
    void turnsNewRequestsAwayWhileItStopsButEndsWhatIsInside() throws Exception {
        try (TestHub stopping = TestHub.start()) {
            CompletableFuture<HttpResponse<String>> inside = stopping.client()
                    .sendAsync(
                            stopping.request(PATH)
                                    .POST(BodyPublishers.ofString("wait"))
                                    .build(),
                            BodyHandlers.ofString());
            stopping.entered.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(stopping.hub::close);
            HttpResponse<String> refused = untilRefused(stopping);
            stopping.mayLeave.countDown();

            assertThat(refused.body()).contains("hub.Stopping");
            assertThat(inside.get(20, TimeUnit.SECONDS).body()).contains(">wait<");
            closed.get(20, TimeUnit.SECONDS);
        }
    }

    private static HttpResponse<String> untilRefused(TestHub stopping) {
        while (true) {
            HttpResponse<String> answer = stopping.get("/mappings");
            if (answer.statusCode() == 503) {
                return answer;
            }
            Thread.onSpinWait();
        }
    }

    private static String readAnswer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("}\n")) {
            int one = in.read();
            assertThat(one).isNotNegative();
            text.append((char) one);
        }
        return text.toString();
    }
}
