package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.json;
import static org.tongwen.routes.LiveHub.mt103;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.deliver.Receiver;

/** What operators decide about held messages: what is counted, what goes out, and what others make of it afterwards. */
class DecisionsTest {

    @TempDir
    private Path folder;

    private final ApiKey bank = ApiKey.random();
    private final ApiKey clearing = ApiKey.random();
    private final ApiKey wallet = ApiKey.random();
    private final ApiKey operator = ApiKey.random();
    private volatile String decision = "clear";
    private HttpServer service;

    @BeforeEach
    void serve() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        service.setExecutor(Executors.newCachedThreadPool());
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = ("{\"decision\": \"" + decision + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    private String yaml(Receiver receiver, String checks) {
        return """
                participants:
                  shanyin-bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103, iso]
                    counterparties: [lake-wallet]
                    profile: none
                    checks: %s
                    receives: {channel: http, to: "http://127.0.0.1:%d/bank", mappings: {"*": iso}}
                  clearing-desk:
                    agents: [CCCCGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: "*"
                    counterparties: [lake-wallet]
                    receives: {channel: http, to: "http://127.0.0.1:%d/clearing", mappings: {"*": iso}}
                  lake-wallet:
                    agents: [BBBBESMMXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    counterparties: [shanyin-bank, clearing-desk]
                    profile: none
                    checks: {screened: yes}
                    receives: {channel: http, to: "http://127.0.0.1:%d/wallet", mappings: {"*": iso}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                screening: {url: "http://127.0.0.1:%d/"}
                """.formatted(
                        bank.hash(),
                        checks,
                        receiver.port(),
                        clearing.hash(),
                        receiver.port(),
                        wallet.hash(),
                        receiver.port(),
                        operator.hash(),
                        service.getAddress().getPort());
    }

    private static HttpResponse<String> repair(LiveHub hub, String id, String source, ApiKey key) {
        return LiveHub.send(
                java.net.http.HttpClient.newHttpClient(),
                hub.request("/messages/" + id + "/source?reason=mended")
                        .header("X-API-Key", key.text())
                        .PUT(BodyPublishers.ofString(source)));
    }

    /** a payment that was held by the rules of its profile, repaired and delivered: its status is no orphan. */
    @Test
    void aStatusFindsAPaymentThatWasRepaired() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{screened: yes}"))) {
            String townless = mt103("plain").replace("3/GB/Leeds", "3/GB");
            HttpResponse<String> answer = hub.post("/messages?mapping=swift", clearing, townless);
            assertThat(answer.body()).contains("scheme.CU-27");
            String id = json(answer).get("id").asText();
            HttpResponse<String> mended = repair(hub, id, mt103("plain"), operator);
            assertThat(json(mended).get("state").asText())
                    .as(mended.body())
                    .isIn("released", "delivering", "delivered");
            await().until(() -> receiver.posts().size() == 1);

            HttpResponse<String> status = hub.post("/messages", wallet, MessagesTest.status());

            assertThat(json(status).path("state").asText()).as(status.body()).isEqualTo("released");
        }
    }

    /** two operators release at once; what is released stays counted. */
    @Test
    void whatTwoOperatorsReleaseAtOnceStaysCounted() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(
                        folder,
                        yaml(receiver, "{duplicates-within: 1h, amounts: {EUR: 1.00, USD: 1.00, GBP: 1.00}}"))) {
            List<String> lost = new ArrayList<>();
            for (int i = 1; i <= 15; i++) {
                String amount = (1000 + i) + ",5";
                String first = mt103(i).replace("1280,5", amount);
                HttpResponse<String> held = hub.post("/messages", bank, first);
                assertThat(json(held).get("state").asText()).as(held.body()).isEqualTo("held");
                assertThat(held.body()).doesNotContain("screen.Duplicate");
                String path = "/messages/" + json(held).get("id").asText() + "/release";
                CompletableFuture<HttpResponse<String>> one =
                        CompletableFuture.supplyAsync(() -> hub.post(path, operator, "{\"reason\": \"one\"}"));
                CompletableFuture<HttpResponse<String>> two =
                        CompletableFuture.supplyAsync(() -> hub.post(path, operator, "{\"reason\": \"two\"}"));
                List<Integer> codes =
                        List.of(one.join().statusCode(), two.join().statusCode());
                assertThat(codes).contains(200);
                HttpResponse<String> again =
                        hub.post("/messages", bank, mt103(1000 + i).replace("1280,5", amount));
                if (!again.body().contains("screen.Duplicate")) {
                    lost.add(i + " " + codes + " " + again.body());
                }
            }
            assertThat(lost).isEmpty();
        }
    }

    /** a repair that comes too late does not count. */
    @Test
    void whatIsRefusedWhileItIsRepairedIsNotCounted() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{duplicates-within: 1h, screened: yes}"))) {
            List<String> kept = new ArrayList<>();
            for (int i = 1; i <= 25; i++) {
                String amount = (1000 + i) + ",5";
                String source = mt103(i).replace("1280,5", amount);
                decision = "hit";
                HttpResponse<String> held = hub.post("/messages", bank, source);
                decision = "clear";
                String id = json(held).get("id").asText();
                CompletableFuture<HttpResponse<String>> one =
                        CompletableFuture.supplyAsync(() -> repair(hub, id, source, operator));
                CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(
                        () -> hub.post("/messages/" + id + "/refuse", operator, "{\"reason\": \"two\"}"));
                if (two.join().statusCode() == 200 && one.join().statusCode() == 409) {
                    HttpResponse<String> again =
                            hub.post("/messages", bank, mt103(1000 + i).replace("1280,5", amount));
                    if (again.body().contains("screen.Duplicate")) {
                        kept.add(i + " " + again.body());
                    }
                }
            }
            assertThat(kept).isEmpty();
        }
    }

    /** two answers that contradict each other, repaired at once. */
    @Test
    void ofTwoContraryAnswersThatAreRepairedAtOnceOneGoesOn() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{screened: yes}"))) {
            List<String> both = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                decision = "clear";
                hub.post("/messages", bank, mt103(i));
                decision = "hit";
                String done = status(i, "ACSC");
                String refused = status(i, "RJCT");
                String one = json(hub.post("/messages", wallet, done)).get("id").asText();
                String two =
                        json(hub.post("/messages", wallet, refused)).get("id").asText();
                decision = "clear";
                CompletableFuture<HttpResponse<String>> a =
                        CompletableFuture.supplyAsync(() -> repair(hub, one, done, operator));
                CompletableFuture<HttpResponse<String>> b =
                        CompletableFuture.supplyAsync(() -> repair(hub, two, refused, operator));
                String states = json(a.join()).path("state").asText() + " "
                        + json(b.join()).path("state").asText();
                if (!states.contains("held")) {
                    both.add(i + ": " + states);
                }
            }
            assertThat(both).isEmpty();
        }
    }

    /** held by its profile, repaired by an operator, and mended by its sender, too, under the same identifiers. */
    @Test
    void aPaymentThatIsRepairedAndMendedGoesOutOnce() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{screened: yes}"))) {
            String townless = mt103("plain").replace("3/GB/Leeds", "3/GB");
            HttpResponse<String> answer = hub.post("/messages?mapping=swift", clearing, townless);
            HttpResponse<String> repeat = hub.post("/messages?mapping=swift", clearing, townless);
            String id = json(answer).get("id").asText();
            repair(hub, id, mt103("plain"), operator);
            HttpResponse<String> mended = hub.post("/messages?mapping=swift", clearing, mt103("plain"));
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

            assertSoftly(softly -> {
                softly.assertThat(repeat.headers().firstValue("Tongwen-Repeat")).contains("true");
                softly.assertThat(mended.statusCode()).as(mended.body()).isEqualTo(409);
                softly.assertThat(receiver.posts()).hasSize(1);
            });
        }
    }

    /** a repair that comes too late, beside a release that counts. */
    @Test
    void whatIsReleasedWhileItIsRepairedStaysCounted() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{duplicates-within: 1h, screened: yes}"))) {
            List<String> lost = new ArrayList<>();
            for (int i = 1; i <= 25; i++) {
                String amount = (1000 + i) + ",5";
                String source = mt103(i).replace("1280,5", amount);
                decision = "hit";
                HttpResponse<String> held = hub.post("/messages", bank, source);
                decision = "clear";
                String id = json(held).get("id").asText();
                String cheap = mt103(i).replace("1280,5", i + ",5");
                CompletableFuture<HttpResponse<String>> one =
                        CompletableFuture.supplyAsync(() -> repair(hub, id, cheap, operator));
                CompletableFuture<HttpResponse<String>> two = CompletableFuture.supplyAsync(
                        () -> hub.post("/messages/" + id + "/release", operator, "{\"reason\": \"two\"}"));
                if (two.join().statusCode() == 200 && one.join().statusCode() == 409) {
                    HttpResponse<String> again =
                            hub.post("/messages", bank, mt103(1000 + i).replace("1280,5", amount));
                    if (!again.body().contains("screen.Duplicate")) {
                        lost.add(i + " " + json(again).path("state").asText());
                    }
                }
            }
            assertThat(lost).isEmpty();
        }
    }

    /** the hub asks about a payment that was repaired as about any other. */
    @Test
    void aRepairedPaymentIsAskedAbout() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(
                        folder, yaml(receiver, "{screened: yes}") + "conversations: {ask-after: 1s, asks: 3}\n")) {
            hub.post("/messages", bank, mt103(7));
            await().atMost(Duration.ofSeconds(10)).until(() -> asked(receiver, "REF7"));
            String townless = mt103("plain").replace("3/GB/Leeds", "3/GB");
            String id = json(hub.post("/messages?mapping=swift", clearing, townless))
                    .get("id")
                    .asText();
            repair(hub, id, mt103("plain"), operator);
            await().atMost(Duration.ofSeconds(10)).until(() -> asked(receiver, "REF4471"));
        }
    }

    private HttpResponse<String> release(LiveHub hub, HttpResponse<String> held) {
        String id = json(held).get("id").asText();
        return hub.post("/messages/" + id + "/release", operator, "{\"reason\": \"fine\"}");
    }

    @Test
    void aRepairWithTheSourceOfAnotherPaymentDoesNotSendThatTwice() throws InterruptedException {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{duplicates-within: 1h, screened: yes}"))) {
            hub.post("/messages?mapping=swift.mt103", bank, mt103(1));
            decision = "hit";
            HttpResponse<String> held =
                    hub.post("/messages?mapping=swift.mt103", bank, mt103(2).replace("1280,5", "7,5"));
            decision = "clear";
            String id = json(held).get("id").asText();

            HttpResponse<String> repaired = repair(hub, id, mt103(1).replace("1280,5", "9,5"), operator);

            assertThat(repaired.statusCode()).as(repaired.body()).isEqualTo(409);
            assertThat(repaired.body()).contains("hub.IdempotencyConflict");
            assertThat(json(hub.get("/messages/" + id, operator)).get("state").asText())
                    .isEqualTo("held");
            // And it was not counted.
            assertThat(hub.post("/messages?mapping=swift.mt103", bank, mt103(3).replace("1280,5", "9,5"))
                            .body())
                    .contains("\"released\"");
            await().until(() -> receiver.posts().size() == 2);
        }
    }

    /** What the operator saw held goes out, not what it was before the repair. */
    @Test
    void whatIsReleasedAfterARepairIsWhatWasPutInItsPlace() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{screened: yes}"))) {
            decision = "hit";
            HttpResponse<String> held =
                    hub.post("/messages?mapping=swift", clearing, mt103("plain").replace("3/GB/Leeds", "3/GB"));
            String mended = mt103("plain").replace("3/GB/Leeds", "3/GB").replace("1280,5", "12,5");
            assertThat(json(repair(hub, json(held).get("id").asText(), mended, operator))
                            .get("state")
                            .asText())
                    .isEqualTo("held");

            assertThat(release(hub, held).statusCode()).isEqualTo(200);

            await().until(() -> receiver.posts().size() == 1);
            assertThat(receiver.posts().get(0).body()).contains(">12.5</IntrBkSttlmAmt>");
        }
    }

    @Test
    void afterARepairOfWhichNothingCameThereIsNothingToRelease() throws InterruptedException {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{screened: yes}"))) {
            decision = "hit";
            HttpResponse<String> held = hub.post("/messages?mapping=swift.mt103", bank, mt103(1));
            String id = json(held).get("id").asText();
            decision = "clear";
            String broken = mt103(1).replace("1280,5", "12,5").replaceFirst(":59", ":58");
            assertThat(json(repair(hub, id, broken, operator)).get("state").asText())
                    .isEqualTo("held");

            HttpResponse<String> released = release(hub, held);

            assertThat(released.statusCode()).isEqualTo(409);
            assertThat(released.body()).contains("hub.NothingToRelease");
            assertThat(json(repair(hub, id, mt103(1), operator)).get("state").asText())
                    .isIn("released", "delivering", "delivered");
            await().until(() -> receiver.posts().size() == 1);
            assertThat(receiver.posts().get(0).body()).contains(">1280.5</IntrBkSttlmAmt>");
        }
    }

    /** Its receiver has a mapping of its own. */
    @Test
    void whatItsProfileHoldsIsPutIntoTheFormOfItsReceiver() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(
                        folder,
                        yaml(receiver, "{screened: yes}")
                                .replace(
                                        "/wallet\", mappings: {\"*\": iso}",
                                        "/wallet\", mappings: {\"*\": swift.mt103}"))) {
            HttpResponse<String> held =
                    hub.post("/messages?mapping=swift", clearing, mt103("plain").replace("3/GB/Leeds", "3/GB"));
            assertThat(held.body()).contains("scheme.CU-27").doesNotContain("hub.ReceiverForm");

            assertThat(release(hub, held).statusCode()).isEqualTo(200);

            await().until(() -> receiver.posts().size() == 1);
            assertThat(receiver.posts().get(0).body()).contains(":20:REF4471");
        }
    }

    @Test
    void aHeldAnswerThatIsOutdatedByNowGoesOnWhenItIsReleased() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "{screened: yes}"))) {
            hub.post("/messages?mapping=swift.mt103", bank, mt103(1));
            decision = "hit";
            HttpResponse<String> held = hub.post("/messages", wallet, status(1, "ACTC"));
            decision = "clear";
            hub.post("/messages", wallet, status(1, "ACSC"));
            await().until(() -> receiver.posts().size() == 2);

            assertThat(release(hub, held).statusCode()).isEqualTo(200);

            await().until(() -> receiver.posts().size() == 3);
            assertThat(receiver.posts().get(2).body()).contains("ACTC");
        }
    }

    private static String status(int number, String code) {
        return MessagesTest.status()
                .replace("ST-1", code + "-" + number)
                .replace("REF4471", "REF" + number)
                .replace("E2E-4471", "E2E-" + number)
                .replace("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52", "5f1c2e0a-9d3b-4c77-8a21-%012d".formatted(number))
                .replace("ACSC", code);
    }

    private static boolean asked(Receiver receiver, String reference) {
        return receiver.posts().stream()
                .anyMatch(post ->
                        post.body().contains("FIToFIPmtStsReq") && post.body().contains(reference));
    }
}
