package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.json;
import static org.tongwen.routes.LiveHub.mt103;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;

/** Messages between participants: taken, translated for their receiver, delivered, answered. */
class MessagesTest {

    /** What a receiver got. */
    private record Got(String key, String message, String contentType, String body) {}

    @TempDir
    private Path folder;

    private final ApiKey bankKey = ApiKey.random();
    private final ApiKey walletKey = ApiKey.random();
    private final ApiKey clerkKey = ApiKey.random();
    private final ApiKey deskKey = ApiKey.random();
    private final ApiKey operatorKey = ApiKey.random();
    private final List<Got> wallet = new CopyOnWriteArrayList<>();
    private final List<Got> bank = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer receivers;
    private LiveHub hub;

    @BeforeEach
    void start() throws IOException {
        receivers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receivers.createContext("/wallet", exchange -> take(exchange, wallet));
        receivers.createContext("/bank", exchange -> take(exchange, bank));
        receivers.start();
        hub = new LiveHub(folder, yaml());
    }

    @AfterEach
    void stop() {
        hub.close();
        receivers.stop(0);
    }

    private String yaml() {
        int port = receivers.getAddress().getPort();
        return """
                participants:
                  shanyin-bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103, iso]
                    counterparties: [lake-wallet, river-pay]
                    profile: none
                    receives: {channel: http, to: "http://127.0.0.1:%d/bank", mappings: {"*": iso}}
                  lake-wallet:
                    agents: [BBBBESMMXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    counterparties: [shanyin-bank]
                    receives: {channel: http, to: "http://127.0.0.1:%d/wallet", mappings: {pacs.008: iso}}
                  clerk:
                    credentials: {api-keys: %s}
                    mappings: swift.*
                    counterparties: [lake-wallet]
                    profile: none
                  clearing-desk:
                    credentials: {api-keys: %s}
                    mappings: "*"
                    counterparties: [lake-wallet]
                  river-pay:
                    agents: [EEEEDEFFXXX]
                    receives: {channel: folder, to: river, mappings: {pacs.008: wallet.transfer}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                """.formatted(
                bankKey.hash(), port, walletKey.hash(), port, clerkKey.hash(), deskKey.hash(), operatorKey.hash());
    }

    private static void take(HttpExchange exchange, List<Got> got) throws IOException {
        got.add(new Got(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Tongwen-Message"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    @Test
    void aPaymentIsTranslatedAndDelivered() throws Exception {
        HttpResponse<String> answer = send(bankKey, mt103("plain"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).get("state").asText()).isEqualTo("released");
        assertThat(json(answer).get("receiver").asText()).isEqualTo("lake-wallet");
        await().atMost(Duration.ofSeconds(20)).until(() -> wallet.size() == 1);
        assertThat(wallet.get(0).message()).isEqualTo("pacs.008.001.08");
        assertThat(wallet.get(0).body()).contains("urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08");
        assertThat(wallet.get(0).key()).startsWith(json(answer).get("id").asText());
    }

    @Test
    void anAccountWithWrongCheckDigitsIsNoIbanAndTheStorySaysSo() throws Exception {
        HttpResponse<String> answer = send(bankKey, mt103("plain").replace("/99887766", "/ES9121000418450200051333"));

        assertThat(json(answer).get("state").asText()).as(answer.body()).isEqualTo("released");
        await().atMost(Duration.ofSeconds(20)).until(() -> wallet.size() == 1);
        assertThat(wallet.get(0).body())
                .contains("<Id>ES9121000418450200051333</Id>")
                .doesNotContain("<IBAN>");
        assertThat(get("/messages/" + json(answer).get("id").asText(), bankKey).body())
                .contains("iso.IbanLike");
    }

    @Test
    void theSamePaymentAgainGetsTheFirstAnswerAndIsDeliveredOnce() throws Exception {
        HttpResponse<String> first = send(bankKey, mt103("plain"));

        HttpResponse<String> second = send(bankKey, mt103("plain"));

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Tongwen-Repeat")).contains("true");
        await().atMost(Duration.ofSeconds(20)).until(() -> !wallet.isEmpty());
        assertThat(wallet).hasSize(1);
    }

    @Test
    void aPaymentThatGetsItsUetrFromTheHubIsKnownAgainToo() throws Exception {
        hub.close();
        hub = new LiveHub(
                Files.createDirectory(folder.resolve("assigning")),
                yaml().replaceFirst("profile: none", "profile: none\n    assign-uetr: yes"));
        String nameless = mt103("plain").replaceFirst("\\{121:[^}]*\\}", "");
        HttpResponse<String> first = send(bankKey, nameless);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);

        HttpResponse<String> second = send(bankKey, nameless);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Tongwen-Repeat")).contains("true");
    }

    @Test
    void otherContentUnderTheSameReferencesIsRefused() throws Exception {
        String first = json(send(bankKey, mt103("plain"))).get("id").asText();

        HttpResponse<String> other = send(bankKey, mt103("plain").replace(":71A:SHA", ":71A:OUR"));

        assertThat(other.statusCode()).as(other.body()).isEqualTo(409);
        assertThat(other.body()).contains("hub.IdempotencyConflict").contains("it is the message " + first);
    }

    @Test
    void aRefusedPaymentMayComeAgainMended() throws Exception {
        String broken = mt103("plain").replace(":23B:CRED", ":23B:NONE");

        assertThat(send(bankKey, broken).statusCode()).isEqualTo(422);

        assertThat(send(bankKey, mt103("plain")).statusCode()).isEqualTo(202);
    }

    @Test
    void whatIsHeldIsRepairedAndThenDelivered() throws Exception {
        String astray = mt103("plain").replace("BBBBESMM", "CCCCFRPP");
        HttpResponse<String> answer = send(bankKey, astray);
        assertThat(json(answer).get("state").asText()).as(answer.body()).isEqualTo("held");
        String message = "/messages/" + json(answer).get("id").asText();

        assertThat(get("/messages?state=held", operatorKey).body())
                .contains(json(answer).get("id").asText());
        assertThat(get("/messages?state=held", bankKey).statusCode()).isEqualTo(403);
        HttpResponse<String> repaired;
        try (LogLines log = LogLines.of("tongwen.messages")) {
            repaired = repair(json(answer).get("id").asText(), mt103("plain"));

            assertThat(log.lines())
                    .anyMatch(line ->
                            line.contains("\"event\":\"repaired\"") && line.contains("\"operator\":\"night-shift\""))
                    .anyMatch(line -> line.contains("\"event\":\"released\"") && !line.contains("operator"))
                    .noneMatch(line -> line.contains("wrong receiver"));
        }
        assertThat(repaired.statusCode()).as(repaired.body()).isEqualTo(200);
        assertThat(json(repaired).get("state").asText())
                .as(repaired.body())
                .isIn("released", "delivering", "delivered");
        await().atMost(Duration.ofSeconds(20)).until(() -> wallet.size() == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        json(get(message, operatorKey)).get("state").asText().equals("delivered"));
        assertThat(json(get("/journal/verification", operatorKey))
                        .get("findings")
                        .size())
                .isZero();
    }

    @Test
    void whatIsRepairedIsReadByTheMappingThatItsSenderNamed() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/messages?mapping=swift.mt103"))
                        .header("X-API-Key", clerkKey.text())
                        .POST(BodyPublishers.ofString(mt103("plain").replace("BBBBESMM", "CCCCFRPP")))
                        .build(),
                BodyHandlers.ofString());
        assertThat(json(answer).get("state").asText()).as(answer.body()).isEqualTo("held");

        HttpResponse<String> repaired = repair(json(answer).get("id").asText(), mt103("plain"));

        assertThat(json(repaired).get("state").asText())
                .as(repaired.body())
                .isIn("released", "delivering", "delivered");
    }

    @Test
    void whatIsRepairedIsHeldToTheRulesOfTheDispatchThatItsSenderNamed() throws Exception {
        String townless = mt103("plain").replace("3/GB/Leeds", "3/GB");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/messages?mapping=swift"))
                        .header("X-API-Key", deskKey.text())
                        .POST(BodyPublishers.ofString(townless))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).contains("scheme.CU-27");
        String id = json(answer).get("id").asText();

        HttpResponse<String> still = repair(id, townless.replace("1280,5", "1280,7"));
        HttpResponse<String> mended = repair(id, mt103("plain"));

        assertThat(json(still).get("state").asText()).as(still.body()).isEqualTo("held");
        assertThat(json(mended).get("state").asText()).as(mended.body()).isIn("released", "delivering", "delivered");
    }

    @Test
    void whatHasNoFormForItsReceiverIsHeldWithTheReceiverNamed() throws Exception {
        HttpResponse<String> answer = send(bankKey, mt103("plain").replace("BBBBESMM", "EEEEDEFF"));

        assertThat(json(answer).get("state").asText()).as(answer.body()).isEqualTo("held");
        assertThat(json(answer).get("findings").get(0).get("id").asText()).isEqualTo("hub.ReceiverForm");
        assertThat(json(answer).get("findings").get(0).get("message").asText()).endsWith("in which river-pay gets it");
        assertThat(answer.body()).doesNotContain("wallet.transfer").doesNotContain("mapping.");
        String story = "/messages/" + json(answer).get("id").asText();
        assertThat(get(story, bankKey).body()).doesNotContain("wallet.transfer");
        assertThat(get(story, operatorKey).body()).contains("wallet.transfer", "\"mapping.");
        assertThat(release(story).body()).contains("hub.ReceiverForm", "\"mapping.");
    }

    @Test
    void aReceiverSeesItsMessageAndAStrangerDoesNot() throws Exception {
        String id = json(send(bankKey, mt103("plain"))).get("id").asText();

        assertThat(get("/messages/" + id, bankKey).statusCode()).isEqualTo(200);
        assertThat(get("/messages/" + id, walletKey).statusCode()).isEqualTo(200);
        assertThat(get("/messages/" + id.replace('0', '1'), bankKey).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStatusGoesBackToWhoeverSentThePayment() throws Exception {
        send(bankKey, mt103("plain"));
        await().atMost(Duration.ofSeconds(20)).until(() -> wallet.size() == 1);

        HttpResponse<String> answer = send(walletKey, status());

        assertThat(json(answer).get("state").asText()).as(answer.body()).isEqualTo("released");
        await().atMost(Duration.ofSeconds(20)).until(() -> bank.size() == 1);
        assertThat(bank.get(0).message()).isEqualTo("pacs.002.001.10");
    }

    private HttpResponse<String> release(String message) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(message + "/release"))
                        .header("X-API-Key", operatorKey.text())
                        .POST(BodyPublishers.ofString("{\"reason\": \"trial\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> repair(String id, String source) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/messages/" + id + "/source?reason=wrong%20receiver"))
                        .header("X-API-Key", operatorKey.text())
                        .PUT(BodyPublishers.ofString(source))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The answer of the wallet that the plain MT 103 was settled. */
    static String status() {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>
                <GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2026-12-04T10:00:00+00:00</CreDtTm></GrpHdr>
                <TxInfAndSts><OrgnlGrpInf><OrgnlMsgId>REF4471</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf>
                <OrgnlEndToEndId>E2E-4471</OrgnlEndToEndId><OrgnlUETR>5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52</OrgnlUETR>
                <TxSts>ACSC</TxSts></TxInfAndSts></FIToFIPmtStsRpt></Document>
                """;
    }

    private HttpResponse<String> get(String path, ApiKey key) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("X-API-Key", key.text())
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void theLogNamesWhatKeepsAMessageByIdsAlone() throws Exception {
        try (LogLines log = LogLines.of("tongwen.messages")) {
            send(bankKey, mt103("plain").replace("BBBBESMM", "CCCCFRPP"));
            send(bankKey, mt103("plain").replace(":23B:CRED", ":23B:NONE"));
            send(bankKey, mt103(7));

            assertThat(log.lines())
                    .anyMatch(line -> line.contains("\"event\":\"held\"")
                            && line.contains("\"findings\":[\"hub.UnknownReceiver\"]"))
                    .anyMatch(line -> line.contains("\"event\":\"refused\"") && line.contains("\"findings\":[\"mt."))
                    .anyMatch(line -> line.contains("\"event\":\"released\"") && !line.contains("findings"))
                    .noneMatch(line -> line.contains("CCCCFRPP") || line.contains("NONE"));
        }
    }

    @Test
    void metersTellWhatWaits() throws Exception {
        send(bankKey, mt103("plain").replace("BBBBESMM", "CCCCFRPP"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                get("/observe/metrics", operatorKey).body())
                        .contains("messages_held 1.0\n", "outbox_waiting 0.0\n", "outbox_oldest_seconds 0.0\n"));
    }

    @Test
    void nothingIsNoMessage() throws Exception {
        HttpResponse<String> answer = send(bankKey, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("hub.EmptyBody");
    }

    @Test
    void strangersGetNothing() throws Exception {
        assertThat(send(ApiKey.random(), mt103("plain")).statusCode()).isEqualTo(401);
        HttpRequest none = HttpRequest.newBuilder(uri("/messages"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(none, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void whoLacksAMappingMayNotUseIt() throws Exception {
        assertThat(post("/messages?mapping=wallet.transfer", bankKey, "{}").statusCode())
                .isEqualTo(403);
        assertThat(post("/translations/wallet.transfer/to-iso", bankKey, "{}").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> send(ApiKey key, String body) throws Exception {
        return post("/messages", key, body);
    }

    private HttpResponse<String> post(String path, ApiKey key, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("X-API-Key", key.text())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return hub.uri(path);
    }
}
