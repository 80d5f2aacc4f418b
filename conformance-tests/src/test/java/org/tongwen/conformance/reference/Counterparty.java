package org.tongwen.conformance.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.MessageWriter;

/** The other side of the reference participant, for its own tests. */
final class Counterparty implements AutoCloseable {

    static final String OWN_BIC = "RFRNDEFFXXX";
    static final String BIC = "SUITDEFFXXX";

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final KeyPair keys;
    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    final ReferenceParticipant participant;

    Counterparty(Optional<Defect> defect) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", this::take);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
        participant = ReferenceParticipant.start(
                new Setup(OWN_BIC, List.of(BIC, "OTHRDEFFXXX"), address, Map.of(BIC, keys.getPublic()), defect));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(202, -1);
        }
    }

    /** Signs a document and sends it; the answer is the HTTP status. */
    int send(Draft document) throws IOException, InterruptedException {
        return send(sealed(document));
    }

    byte[] sealed(Draft document) {
        Draft header = Draft.header()
                .agent("Fr/FIId", BIC)
                .agent("To/FIId", OWN_BIC)
                .set("BizMsgIdr", document.text("GrpHdr/MsgId"))
                .set("MsgDefIdr", document.id())
                .set("CreDt", "2026-12-04T10:00:00.000+08:00");
        byte[] xml = MessageWriter.xml(new BusinessMessage(Optional.of(header.message()), document.message()));
        return Seal.sign(xml, keys.getPrivate());
    }

    int send(byte[] message) throws IOException, InterruptedException {
        return call("POST", "/messages", message).statusCode();
    }

    HttpResponse<String> call(String method, String path, byte[] body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(participant.base().resolve(path))
                        .header("Content-Type", "application/xml")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What comes next; it was signed by the participant. */
    Received next() throws InterruptedException {
        byte[] message = Optional.ofNullable(received.poll(5, TimeUnit.SECONDS)).orElseThrow();
        if (Seal.check(message, participant.key()) != Seal.Verdict.GOOD) {
            throw new IllegalStateException(
                    "not signed: " + new String(message, java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Received(new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
                .read(message)
                .value()
                .orElseThrow());
    }

    @Override
    public void close() {
        participant.close();
        server.stop(0);
    }
}
