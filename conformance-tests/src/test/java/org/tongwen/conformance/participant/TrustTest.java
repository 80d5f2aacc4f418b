package org.tongwen.conformance.participant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.xsd.finding.Finding;

/** A participant behind https, with a certificate of its own making. */
class TrustTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private final List<Finding> findings = new ArrayList<>();
    private HttpsServer server;

    /** Whether the server wants to see a certificate. */
    private boolean asks;

    @BeforeEach
    void start() throws Exception {
        certificate("bank", "-ext", "san=ip:127.0.0.1");
        certificate("suite");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("bank"), PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("suite", store("suite").getCertificate("a"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(asks);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCertificateThatTheConfigurationNamesIsTrusted() {
        Reply reply = get("{trust: bank.pem}");

        assertThat(findings).isEmpty();
        assertThat(reply.words()).isEqualTo("HTTP 204");
    }

    @Test
    void aCertificateThatNobodyKnowsIsNot() {
        assertThat(get("{}").fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("no answer that HTTP allows", "SSL"));
    }

    @Test
    void aFileWithoutCertificateIsFoundWithItsPlaceInTheConfiguration() throws Exception {
        Files.writeString(folder.resolve("text.pem"), "no certificate");

        Trust.of(config("{trust: text.pem}"), findings);

        assertThat(findings).extracting(Finding::id).containsExactly("preflight.WrongKey");
        assertThat(findings.get(0).place()).hasToString("bank.yaml:2:8 keys.trust");
    }

    @Test
    void whoAsksForTheSuitesCertificateGetsItFromPkcs12() throws Exception {
        asks = true;
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");

        assertThat(get("{trust: bank.pem, client: suite.p12, client-password: password}")
                        .words())
                .isEqualTo("HTTP 204");
        assertThat(findings).isEmpty();
    }

    @Test
    void whoAsksForTheSuitesCertificateGetsItFromPem() throws Exception {
        asks = true;
        Files.writeString(
                folder.resolve("suite-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store("suite")
                                        .getKey("a", PASSWORD.toCharArray())
                                        .getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");

        assertThat(get("{trust: bank.pem, client: suite.pem, client-key: suite-key.pem}")
                        .words())
                .isEqualTo("HTTP 204");
        assertThat(findings).isEmpty();
    }

    @Test
    void whoAsksForACertificateDoesNotTalkToASuiteWithout() {
        asks = true;

        assertThat(get("{trust: bank.pem}").fault()).isPresent();
    }

    @Test
    void aWrongPasswordIsFound() throws Exception {
        Files.writeString(folder.resolve("password"), "wrong");

        Trust.of(config("{client: suite.p12, client-password: password}"), findings);

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().path()).isEqualTo("keys.client"));
    }

    private ParticipantConfig config(String keys) {
        try {
            Path file = Files.writeString(folder.resolve("bank.yaml"), "id: BANKDEFFXXX\nkeys: " + keys + "\n");
            return ConfigReader.read(file).value().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply get(String keys) {
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try (EvidenceLog log = EvidenceLog.create(folder.resolve("evidence.jsonl"), Clock.systemUTC())) {
            return new Client(Trust.of(config(keys), findings), log, Duration.ofSeconds(5)).send(Request.get(address));
        }
    }

    private KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        return store;
    }

    /** A key with its certificate in a PKCS#12 file, and the certificate in a PEM file. */
    private void certificate(String name, String... more) throws Exception {
        List<String> made =
                new ArrayList<>(List.of("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=" + name));
        made.addAll(List.of(more));
        keytool(name, made);
        keytool(
                name,
                List.of(
                        "-exportcert",
                        "-alias",
                        "a",
                        "-rfc",
                        "-file",
                        folder.resolve(name + ".pem").toString()));
    }

    private void keytool(String store, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        command.addAll(List.of(
                "-keystore",
                folder.resolve(store + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }
}
