package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.finding;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.access.SigningKey;

/** A participant whose messages must be signed, and messages that are not, or not rightly: nothing of them is taken. */
class SignaturesOverHttpTest {

    private static final KeyPair KEYS = TestAuthority.ec();
    private static final ApiKey SIGNER = ApiKey.random();
    private static final ApiKey OPERATOR = ApiKey.random();
    private static final String HEADER = "Tongwen-Signature";

    @TempDir
    private static Path folder;

    private static LiveHub hub;
    private static SigningKey key;

    @BeforeAll
    static void start() throws IOException {
        TestAuthority.key(folder.resolve("signer.pem"), KEYS.getPublic());
        key = SigningKey.of(TestAuthority.key(folder.resolve("own.pem"), KEYS.getPrivate()));
        Files.createDirectories(folder.resolve("out"));
        String yaml = """
                participants:
                  signer:
                    agents: [AAAAGB2LXXX, BANKCNBJXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103, iso]
                    counterparties: "*"
                    profile: none
                    signature: {keys: signer.pem, required: yes}
                  other:
                    agents: [BBBBESMMXXX, BANKDEFFXXX]
                    receives: {channel: folder, to: out, mappings: {"*": iso}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                """.formatted(SIGNER.hash(), OPERATOR.hash());
        Map<String, String> quick =
                Map.of("tongwen.folder.delay", "100", "tongwen.folder.readLockCheckInterval", "100");
        hub = new LiveHub(
                folder, yaml, options -> options.folder(folder.resolve("work")).properties(quick), Surroundings.USUAL);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void whatIsSignedRightlyIsTaken() throws Exception {
        String mt103 = LiveHub.mt103(1);
        assertThat(send(mt103, beside(mt103)).statusCode()).isEqualTo(202);
        assertThat(send(inside(Samples.WITH_HEADER), "").statusCode()).isEqualTo(202);
    }

    @Test
    void aSignatureBesideTheBodyMustBeThereAndOfThisVeryBody() {
        String mt103 = LiveHub.mt103(2);
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        String hs256 = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8));

        refused("hub.SignatureMissing", send(mt103, ""));
        refused("hub.SignatureContent", send(mt103, beside(LiveHub.mt103(3))));
        refused("hub.SignatureContent", send(mt103.replace("1280,5", "9280,5"), beside(mt103)));
        refused("hub.SignatureForm", send(mt103, none + ".."));
        refused("hub.SignatureForm", send(mt103, none + "..AAAA"));
        refused("hub.SignatureAlgorithm", send(mt103, hs256 + "..AAAA"));
        refused("hub.SignatureForm", send(mt103, beside(mt103) + ", " + beside(mt103)));
    }

    @Test
    void whatIsOnlyTranslatedMustBeSignedToo() {
        HttpResponse<String> answer = hub.post("/translations/swift.mt103/to-iso", SIGNER, LiveHub.mt103(4));

        refused("hub.SignatureMissing", answer);
    }

    @Test
    void aSignatureInsideCoversTheWholeMessage() {
        String signed = inside(Samples.WITH_HEADER.replace("M-1", "M-2"));
        String forged = Samples.WITH_HEADER.replace("400.50", "900.50");
        String signature = signed.substring(signed.indexOf("<Sgntr>"), signed.indexOf("</Sgntr>") + 8);

        refused("hub.SignatureMissing", send(Samples.WITH_HEADER, ""));
        refused("hub.SignatureContent", send(signed.replace("400.50", "900.50"), ""));
        refused("hub.SignatureContent", send(forged.replace("</CreDt>", "</CreDt>" + signature), ""));
        refused(
                "hub.SignatureForm",
                send(
                        forged.replace(
                                "</RequestPayload>",
                                signed.substring(signed.indexOf("<RequestPayload")) + "</RequestPayload>"),
                        ""));
    }

    @Test
    void aFileMustBeSignedAsWell() throws Exception {
        drop("plain.xml", Samples.WITH_HEADER.replace("M-1", "M-3"));
        drop("signed.xml", inside(Samples.WITH_HEADER.replace("M-1", "M-4")));

        Path failed = folder.resolve("work/failed/signer/messages");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(failed.resolve("plain.xml")));
        assertThat(failed.resolve("plain.findings.json")).content().contains("hub.SignatureMissing");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(folder.resolve("work/done/signer/messages/signed.xml")));
    }

    private static void drop(String name, String content) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("work/inbox/signer/messages"));
        Files.writeString(inbox.resolve(name + ".part"), content);
        Files.move(inbox.resolve(name + ".part"), inbox.resolve(name));
    }

    /** Refused with 401, and whatever the journal says of it, it was not released. */
    private static void refused(String id, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(finding(answer)).isEqualTo(id);
        answer.headers()
                .firstValue("Tongwen-Message-Id")
                .ifPresent(message -> assertThat(LiveHub.json(hub.get("/messages/" + message, OPERATOR))
                                .get("state")
                                .asText())
                        .isEqualTo("refused"));
    }

    private static HttpResponse<String> send(String body, String signature) {
        return signature.isEmpty()
                ? hub.post("/messages", SIGNER, body)
                : hub.post("/messages", SIGNER, BodyPublishers.ofString(body), HEADER, signature);
    }

    private static String beside(String body) {
        return key.sign(body.getBytes(UTF_8), false).header().orElseThrow();
    }

    private static String inside(String iso) {
        return new String(key.sign(iso.getBytes(UTF_8), true).body(), UTF_8);
    }
}
