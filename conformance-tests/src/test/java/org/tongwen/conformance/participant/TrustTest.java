package org.tongwen.conformance.participant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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

    @BeforeEach
    void start() throws Exception {
        keytool("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=bank", "-ext", "san=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-alias",
                "a",
                "-rfc",
                "-file",
                folder.resolve("bank.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("store.p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
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
        Reply reply = get(Optional.of(folder.resolve("bank.pem")));

        assertThat(findings).isEmpty();
        assertThat(reply.words()).isEqualTo("HTTP 204");
    }

    @Test
    void aCertificateThatNobodyKnowsIsNot() {
        assertThat(get(Optional.empty()).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("no answer that HTTP allows", "SSL"));
    }

    @Test
    void aFileWithoutCertificateIsFound() throws Exception {
        Path file = Files.writeString(folder.resolve("text.pem"), "no certificate");

        Trust.of(Optional.of(file), findings);

        assertThat(findings).extracting(Finding::id).containsExactly("preflight.WrongKey");
    }

    private Reply get(Optional<Path> trust) {
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try (EvidenceLog log = EvidenceLog.create(folder.resolve("evidence.jsonl"), Clock.systemUTC())) {
            return new Client(Trust.of(trust, findings), log, Duration.ofSeconds(5)).send(Request.get(address));
        }
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("store.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }
}
