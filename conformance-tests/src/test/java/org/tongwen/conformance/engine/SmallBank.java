package org.tongwen.conformance.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.MessageSignature;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.run.Participant;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/** A bank with one account, for the tests of the engine. A test may replace any of what it does. */
class SmallBank implements LocalParticipant {

    static final String BIC = "TESTDEFFXXX";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MessageReader READER = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> bookings = new ConcurrentHashMap<>();
    private final KeyPair keys = SigningKeys.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private URI callback = URI.create("http://127.0.0.1");
    private PublicKey suite = keys.getPublic();

    @Override
    public Running start(Suite with) {
        callback = URI.create(with.callback() + "/messages");
        suite = with.key("TWPADEFFXXX");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
            server.setExecutor(threads);
            server.createContext("/messages", exchange -> guarded(exchange, this::message));
            server.createContext("/bookings", exchange -> guarded(exchange, this::bookings));
            server.createContext("/trigger", exchange -> guarded(exchange, this::trigger));
            server.createContext("/clock", exchange -> guarded(exchange, this::clock));
            server.start();
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return new Running(config(base), keys.getPublic(), () -> {
                server.stop(0);
                threads.shutdownNow();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ParticipantConfig config(URI base) {
        ParticipantConfig.Endpoints endpoints = new ParticipantConfig.Endpoints(
                Optional.of(base),
                Optional.of(URI.create(base + "/trigger")),
                Optional.of(base),
                Optional.empty(),
                Optional.empty());
        return ParticipantConfig.of(
                        new Participant(BIC, "Small Bank", List.of("creditor-agent", "debtor-agent")), "", endpoints)
                .clock(URI.create(base + "/clock"))
                .data(Map.of("good-account", "1000"))
                .limits(new ParticipantConfig.Limits(
                        Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofMillis(60), Duration.ofMinutes(1)));
    }

    interface Work {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static void guarded(HttpExchange exchange, Work work) throws IOException {
        try (exchange) {
            boolean looksOnly = exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestURI().getPath().equals("/bookings");
            if (looksOnly) {
                answer(exchange, 405, new byte[0]);
                return;
            }
            work.answer(exchange);
        }
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** What it does with a message. */
    void message(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Checked<BusinessMessage> read = READER.read(body);
        if (!read.ok()) {
            answer(exchange, 400, new byte[0]);
        } else if (MessageSignature.fault(body, suite).isPresent()) {
            answer(exchange, 401, new byte[0]);
        } else {
            pay(exchange, read.value().orElseThrow());
        }
    }

    void pay(HttpExchange exchange, BusinessMessage payment) throws IOException {
        String uetr = text(payment, "FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/UETR");
        bookings.put(uetr, text(payment, "FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt"));
        byte[] status = sign(answers.computeIfAbsent(uetr, key -> status(payment)));
        answer(exchange, 200, status);
    }

    static String text(BusinessMessage message, String path) {
        return message.document().root().find(path).map(Node::text).orElse("");
    }

    byte[] sign(String xml) {
        return MessageSignature.sign(xml.getBytes(StandardCharsets.UTF_8), keys.getPrivate());
    }

    String status(BusinessMessage payment) {
        String id = UUID.randomUUID().toString().substring(0, 20);
        String payer = payment.header()
                .flatMap(header -> header.root().find("Fr/FIId/FinInstnId/BICFI"))
                .map(Node::text)
                .orElse("");
        return """
                <RequestPayload>%s<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-22T10:00:00+08:00</CreDtTm></GrpHdr>
                <TxInfAndSts>
                <OrgnlGrpInf><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf>
                <OrgnlUETR>%s</OrgnlUETR><TxSts>ACCC</TxSts></TxInfAndSts></FIToFIPmtStsRpt></Document></RequestPayload>
                """.formatted(
                        header(payer, id, "pacs.002.001.10"),
                        id,
                        text(payment, "FIToFICstmrCdtTrf/GrpHdr/MsgId"),
                        text(payment, "FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/UETR"));
    }

    static String header(String to, String id, String message) {
        return """
                <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
                <Fr><FIId><FinInstnId><BICFI>%s</BICFI></FinInstnId></FIId></Fr>
                <To><FIId><FinInstnId><BICFI>%s</BICFI></FinInstnId></FIId></To>
                <BizMsgIdr>%s</BizMsgIdr><MsgDefIdr>%s</MsgDefIdr><CreDt>2026-11-22T10:00:00+08:00</CreDt></AppHdr>
                """.formatted(BIC, to, id, message);
    }

    void bookings(HttpExchange exchange) throws IOException {
        String uetr = exchange.getRequestURI().getQuery().replace("uetr=", "");
        String amount = bookings.get(uetr);
        String list = amount == null
                ? "[]"
                : "[{\"uetr\":\"" + uetr + "\",\"amount\":\"" + amount
                        + "\",\"currency\":\"EUR\",\"kind\":\"credit\",\"time\":\"2026-11-22T10:00:00+08:00\"}]";
        answer(exchange, 200, list.getBytes(StandardCharsets.UTF_8));
    }

    void clock(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, 204, new byte[0]);
    }

    void trigger(HttpExchange exchange) throws IOException {
        JsonNode order = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String id = "ORDER" + UUID.randomUUID().toString().substring(0, 12);
        answer(exchange, 202, ("{\"reference\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
        String payment = """
                <RequestPayload>%s<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-22T10:00:00+08:00</CreDtTm><NbOfTxs>1</NbOfTxs>
                <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf></GrpHdr>
                <CdtTrfTxInf><PmtId><EndToEndId>%s</EndToEndId><UETR>%s</UETR></PmtId>
                <IntrBkSttlmAmt Ccy="EUR">%s</IntrBkSttlmAmt><IntrBkSttlmDt>2026-11-22</IntrBkSttlmDt><ChrgBr>SLEV</ChrgBr>
                <Dbtr><Nm>Owner</Nm></Dbtr><DbtrAgt><FinInstnId><BICFI>TESTDEFFXXX</BICFI></FinInstnId></DbtrAgt>
                <CdtrAgt><FinInstnId><BICFI>TWPADEFFXXX</BICFI></FinInstnId></CdtrAgt><Cdtr><Nm>%s</Nm></Cdtr></CdtTrfTxInf>
                </FIToFICstmrCdtTrf></Document></RequestPayload>
                """.formatted(
                        header("TWPADEFFXXX", id, "pacs.008.001.08"),
                        id,
                        id,
                        order.path("uetr").asText(),
                        order.path("amount").asText(),
                        order.path("creditor").path("name").asText());
        threads.execute(() -> call(sign(payment)));
    }

    /** Sends a message to the suite. */
    void call(byte[] message) {
        try {
            client.send(
                    HttpRequest.newBuilder(callback)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            // The suite may be gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ExecutorService threads() {
        return threads;
    }

    URI callback() {
        return callback;
    }
}
