package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.config.HubConfig.Tls;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.TestStore;

@SuppressWarnings("try") // deliverers work behind the scenes
class DeliveryByTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void goesOnlyToAReceiverWhoseCertificateIsTrusted() throws Exception {
        SSLContext good = context("good");
        SSLContext other = context("other");
        Tls goodTls = tls("good");
        Tls otherTls = tls("other");
        try (Receiver bank = new Receiver(post -> Receiver.OK, good.getServerSocketFactory(), 0);
                Bench bench = new Bench(TestStore.H2, folder)) {
            bench.receiver("trusted", receives(bank, Optional.of(goodTls)));
            bench.receiver("forged", receives(bank, Optional.of(otherTls)));
            bench.receiver("unknown", receives(bank, Optional.empty()));
            bench.deliverer(Bench.POLICY, BodySigner.NONE, tls -> tls.equals(goodTls) ? good : other);

            MessageId trusted = bench.send("trusted", "x");
            MessageId forged = bench.send("forged", "y");
            MessageId unknown = bench.send("unknown", "z");

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(bench.state(trusted)).isEqualTo(State.DELIVERED);
                assertThat(bench.events(forged)).contains(Event.ATTEMPTED);
                assertThat(bench.events(unknown)).contains(Event.ATTEMPTED);
            });
            assertThat(bench.details(forged)).contains("hub.ReceiverAway", "SSLHandshakeException");
            assertThat(bench.details(unknown)).contains("hub.ReceiverAway");
            assertThat(bank.bodies()).containsExactly("x");
        }
    }

    private static Tls tls(String name) {
        return new Tls(Optional.empty(), Optional.empty(), Optional.of(Path.of(name)), Tls.Clients.NONE);
    }

    private static Receives receives(Receiver bank, Optional<Tls> tls) {
        String address = "https://127.0.0.1:" + bank.port() + "/in";
        return new Receives("http", address, Map.of(), Map.of(), tls, Optional.empty());
    }

    /** A context that shows a certificate of its own and trusts only that. */
    private SSLContext context(String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(name, store.getCertificate(name));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
