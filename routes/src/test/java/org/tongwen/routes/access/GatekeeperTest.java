package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.LogLines;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.config.Fingerprint;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.deliver.MovableClock;

class GatekeeperTest {

    private static final ApiKey ACME = ApiKey.random();
    private static final ApiKey WALLET = ApiKey.random();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Gatekeeper gatekeeper = new Gatekeeper(
            List.of(
                    Participants.with("acme", Participants.key(ACME)),
                    Participants.with("wallet", Participants.key(WALLET))),
            Revocations.NONE,
            Clock.systemUTC(),
            nanos::get);

    @AfterEach
    void close() {
        gatekeeper.close();
    }

    @Test
    void anApiKeyIsTakenInEachOfItsThreePlaces() {
        assertThat(name(shown("", ACME.text()))).isEqualTo("acme");
        assertThat(name(shown("ApiKey " + WALLET.text(), ""))).isEqualTo("wallet");
        assertThat(name(shown("bearer  " + WALLET.text(), ""))).isEqualTo("wallet");
    }

    @Test
    void anUnknownKeyIsRefusedWithoutSayingWhatWasWrong() {
        Admission.Refused unknown = refused(shown("", ApiKey.random().text()));
        Admission.Refused nothing = refused(shown("", ""));
        Admission.Refused nonsense = refused(shown("Basic dXNlcjpwYXNz", ""));

        assertThat(unknown.finding().id()).isEqualTo("hub.Unauthenticated");
        assertThat(unknown.finding().hint())
                .contains("X-API-Key", "Authorization: Bearer", "client certificate")
                .doesNotContain("acme", "wallet");
        assertThat(unknown.headers()).containsKey("WWW-Authenticate");
        assertThat(nothing).isEqualTo(unknown);
        assertThat(nonsense).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", " ", ",", "ApiKey twk_", "Bearer a.b.c", "Bearer ..", "ApiKey ", "Digest x"
            })
    void nonsenseIsRefused(String authorization) {
        assertThat(refused(shown(authorization, "")).finding().id()).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void twoHeadersAreNeverRight() {
        assertThat(refused(shown("ApiKey " + ACME.text(), ACME.text()))
                        .finding()
                        .id())
                .isEqualTo("hub.Unauthenticated");
        assertThat(refused(shown("ApiKey " + ACME.text() + ", ApiKey " + WALLET.text(), ""))
                        .finding()
                        .id())
                .isEqualTo("hub.Unauthenticated");
        assertThat(refused(shown("", ACME.text() + ", " + WALLET.text()))
                        .finding()
                        .id())
                .isEqualTo("hub.Unauthenticated");
    }

    @Test
    void aKeyWithAnythingElseInItIsRefused() {
        for (String changed : List.of("\r\nX: y", "\0", " x", "é", "=")) {
            assertThat(refused(shown("", ACME.text() + changed)).finding().id()).isEqualTo("hub.Unauthenticated");
        }
        assertThat(refused(shown("", "x".repeat(1_000_000))).finding().id()).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void guessingIsAnsweredWithWaitAndTheLogDoesNotFlood() {
        try (LogLines log = LogLines.of(Gatekeeper.class)) {
            for (int i = 0; i < 1_000; i++) {
                gatekeeper.admit(shown("", ApiKey.random().text()));
            }
            assertThat(log.lines()).hasSize(Attempts.AT_ONCE).noneMatch(line -> line.contains(ApiKey.MARK));
        }
        Admission.Refused late =
                (Admission.Refused) gatekeeper.admit(shown("", ApiKey.random().text()));

        assertThat(late.finding().id()).isEqualTo("hub.TooManyRequests");
        assertThat(late.headers()).containsEntry("Retry-After", "3");
    }

    @Test
    void aGuesserDoesNotLockOutWhoHasTheRightKeyBehindTheSameAddress() {
        for (int i = 0; i < 100; i++) {
            gatekeeper.admit(shown("", ApiKey.random().text()));
        }

        assertThat(name(shown("", ACME.text()))).isEqualTo("acme");
    }

    @Test
    void manyAddressesNeitherFloodTheLogNorTheMemory() throws UnknownHostException {
        try (LogLines log = LogLines.of(Gatekeeper.class)) {
            for (int i = 0; i < 30_000; i++) {
                InetAddress address =
                        InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i});
                gatekeeper.admit(new Shown("", "x", List.of(), address));
            }
            assertThat(log.lines()).hasSizeLessThan(100);
        }
    }

    @Test
    void theHalfOfAnAddressThatACustomerHasIsOneAddress() {
        for (int i = 0; i < 100; i++) {
            gatekeeper.admit(new Shown("", "x", List.of(), address("2001:db8:1:1::" + i)));
        }

        assertThat(((Admission.Refused) gatekeeper.admit(new Shown("", "x", List.of(), address("2001:db8:1:1::ffff"))))
                        .finding()
                        .id())
                .isEqualTo("hub.TooManyRequests");
        assertThat(((Admission.Refused) gatekeeper.admit(new Shown("", "x", List.of(), address("2001:db8:1:2::1"))))
                        .finding()
                        .id())
                .isEqualTo("hub.Unauthenticated");
    }

    @Test
    void whoNeedsNoCredentialsComesInWithoutAny() {
        HubConfig local = HubConfig.local(Path.of("data"), "127.0.0.1");
        try (Gatekeeper open = new Gatekeeper(local.participants().values(), Revocations.NONE, Clock.systemUTC())) {
            assertThat(open.admit(shown("", ""))).isInstanceOf(Admission.Admitted.class);
            assertThat(open.admit(shown("", ACME.text()))).isInstanceOf(Admission.Refused.class);
        }
    }

    @Test
    void aCertificateOfOneAndAKeyOfAnotherAreRefused() {
        TestAuthority.Issued issued = TestAuthority.selfSigned("CN=wallet");
        HubConfig.Participant wallet =
                Participants.with("wallet", Participants.certificate(Fingerprint.of(issued.certificate())));
        HubConfig.Participant acme = Participants.with("acme", Participants.key(ACME));
        List<X509Certificate> chain = List.of(issued.certificate());
        try (Gatekeeper both = new Gatekeeper(List.of(wallet, acme), Revocations.NONE, Clock.systemUTC())) {
            assertThat(both.admit(new Shown("", ACME.text(), chain, address("192.0.2.1"))))
                    .isInstanceOf(Admission.Refused.class);
            assertThat(both.admit(new Shown("", "", chain, address("192.0.2.1"))))
                    .isEqualTo(new Admission.Admitted(wallet));
            assertThat(both.admit(new Shown("", "nonsense", chain, address("192.0.2.1"))))
                    .as("a wrong header is not made good by a certificate")
                    .isInstanceOf(Admission.Refused.class);
        }
    }

    @Test
    void aConnectionDoesNotOutliveItsCertificate() {
        TestAuthority.Issued issued = TestAuthority.selfSigned("CN=wallet");
        HubConfig.Participant wallet =
                Participants.with("wallet", Participants.certificate(Fingerprint.of(issued.certificate())));
        MovableClock clock = new MovableClock();
        try (Gatekeeper gate = new Gatekeeper(List.of(wallet), Revocations.NONE, clock)) {
            Shown shown = new Shown("", "", List.of(issued.certificate()), address("192.0.2.1"));
            assertThat(gate.admit(shown)).isInstanceOf(Admission.Admitted.class);
            clock.move(Duration.ofDays(366));

            assertThat(gate.admit(shown)).isInstanceOf(Admission.Refused.class);
        }
    }

    @Test
    void nothingPrintsASecret() {
        assertThat(ACME.toString()).doesNotContain(ACME.text());
        assertThat(shown("Bearer " + ACME.text(), ACME.text()).toString()).doesNotContain(ApiKey.MARK);
        assertThat(ACME.hash()).hasSize(64).isEqualTo(new ApiKey(ACME.text()).hash());
    }

    private Admission.Refused refused(Shown shown) {
        // Far from the limit of attempts.
        nanos.addAndGet(60_000_000_000L);
        return (Admission.Refused) gatekeeper.admit(shown);
    }

    private String name(Shown shown) {
        return ((Admission.Admitted) gatekeeper.admit(shown)).participant().name();
    }

    static Shown shown(String authorization, String apiKey) {
        return new Shown(authorization, apiKey, List.of(), address("192.0.2.1"));
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
