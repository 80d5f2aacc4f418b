package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.LogLines;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.TestAuthority.Issued;
import org.tongwen.routes.TestRevocationList;
import org.tongwen.routes.access.Authorities.Standing;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.deliver.MovableClock;

class RevocationsTest {

    private static final TestAuthority ROOT = TestAuthority.named("CN=Root, O=Test");
    private static final TestAuthority BRANCH = ROOT.under("CN=Branch, O=Test");
    private static final Issued GOOD = ROOT.issue("CN=good");
    private static final Issued BAD = ROOT.issue("CN=bad");
    private static final Issued OF_BRANCH = BRANCH.issue("CN=of the branch");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

    @Test
    void onlyWhatStandsInTheListIsRevoked() {
        Revocations revocations = of(List.of(ROOT), list(ROOT, "root.crl", BAD));

        assertThat(standing(revocations, GOOD)).isEqualTo(Standing.GOOD);
        assertThat(standing(revocations, BAD)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void withoutListsNothingIsLookedUp() {
        assertThat(standing(of(List.of(ROOT)), BAD)).isEqualTo(Standing.GOOD);
        assertThat(of(List.of(ROOT)).left()).isEmpty();
    }

    @Test
    void aListThatHasEndedSaysNothingMore() {
        Revocations revocations = of(List.of(ROOT), list(ROOT, "root.crl", BAD));
        assertThat(revocations.left().orElseThrow()).isBetween(Duration.ofHours(23), Duration.ofDays(1));
        clock.move(Duration.ofDays(1).minusSeconds(20));
        assertThat(standing(revocations, GOOD)).as("until the last moment").isEqualTo(Standing.GOOD);
        clock.move(Duration.ofSeconds(21));

        assertThat(standing(revocations, GOOD)).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(revocations, BAD)).isEqualTo(Standing.UNKNOWN);
        assertThat(revocations.left().orElseThrow()).isNegative();

        TestRevocationList.of(ROOT, clock.instant().plus(Duration.ofDays(1)), BAD)
                .der(folder.resolve("root.crl"));
        later();
        assertThat(standing(revocations, GOOD)).isEqualTo(Standing.GOOD);
        assertThat(standing(revocations, BAD)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void aNewListCountsWithoutARestart() {
        Revocations revocations = of(List.of(ROOT), list(ROOT, "root.crl", BAD));
        TestRevocationList.of(ROOT, tomorrow.plus(Duration.ofDays(1)), BAD, GOOD)
                .der(folder.resolve("root.crl"));
        assertThat(standing(revocations, GOOD)).as("not yet looked at").isEqualTo(Standing.GOOD);
        later();

        assertThat(standing(revocations, GOOD)).isEqualTo(Standing.REVOKED);
        clock.move(Duration.ofHours(25));
        assertThat(standing(revocations, BAD)).as("by the new list").isEqualTo(Standing.REVOKED);
    }

    @Test
    void aNewFileThatCannotBeUsedKeepsTheListThatWasRead() throws IOException {
        Path file = list(ROOT, "root.crl", BAD);
        Revocations revocations = of(List.of(ROOT), file);
        byte[] good = Files.readAllBytes(file);
        for (byte[] broken : List.of(new byte[0], Arrays.copyOf(good, good.length - 1), "hello".getBytes())) {
            Files.write(file, broken);
            assertKept(revocations);
        }
        TestRevocationList.of(ROOT, tomorrow).signer(TestAuthority.ec()).der(file);
        assertKept(revocations);
        Files.delete(file);
        assertKept(revocations);

        TestRevocationList.of(ROOT, tomorrow).der(file);
        later();
        assertThat(standing(revocations, BAD)).as("a good one again").isEqualTo(Standing.GOOD);
    }

    private void assertKept(Revocations revocations) {
        later();
        try (LogLines log = LogLines.of(Fresh.class)) {
            assertThat(standing(revocations, BAD)).isEqualTo(Standing.REVOKED);
            assertThat(standing(revocations, GOOD)).isEqualTo(Standing.GOOD);
            assertThat(log.lines()).singleElement().asString().contains("root.crl", "what was read before stays");
        }
    }

    @Test
    void oneBrokenFileKeepsNoOtherFromBeingRead() throws IOException {
        TestAuthority other = TestAuthority.named("CN=Other");
        Issued own = other.issue("CN=own");
        Revocations revocations = of(List.of(ROOT, other), list(ROOT, "root.crl"), list(other, "other.crl"));
        assertThat(standing(revocations, own)).isEqualTo(Standing.GOOD);
        Files.writeString(folder.resolve("root.crl"), "broken");
        list(other, "other.crl", own);
        later();

        assertThat(standing(revocations, own)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void severalListsMayStandInOneFileAndOneThatIsCutOffMakesItUnusable() throws IOException {
        Path file = TestRevocationList.pem(
                folder.resolve("lists.pem"),
                TestRevocationList.of(ROOT, tomorrow, BAD),
                TestRevocationList.of(BRANCH, tomorrow, OF_BRANCH));
        Revocations revocations = of(List.of(ROOT, BRANCH), file);
        assertThat(standing(revocations, BAD)).isEqualTo(Standing.REVOKED);
        assertThat(standing(revocations, OF_BRANCH)).isEqualTo(Standing.REVOKED);

        Files.writeString(file, Files.readString(file).stripTrailing().replaceFirst("-----$", ""));
        later();
        assertThat(standing(revocations, OF_BRANCH)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void anAuthorityBelowAnotherIsLookedUpTooThoughTlsTrustsItByItself() {
        Path branch = list(BRANCH, "branch.crl");

        assertThat(standing(of(List.of(ROOT, BRANCH), list(ROOT, "root.crl"), branch), OF_BRANCH))
                .isEqualTo(Standing.GOOD);
        assertThat(standing(of(List.of(ROOT, BRANCH), list(ROOT, "root.crl", BRANCH.own()), branch), OF_BRANCH))
                .isEqualTo(Standing.REVOKED);
        assertThat(standing(of(List.of(BRANCH, ROOT), branch, list(ROOT, "root.crl")), GOOD))
                .isEqualTo(Standing.GOOD);
    }

    @Test
    void anAuthorityThatOnlyTheClientShowsHasNoListSoItsCertificatesAreUnknown() {
        Revocations revocations = of(List.of(ROOT), list(ROOT, "root.crl"));
        List<X509Certificate> chain =
                List.of(OF_BRANCH.certificate(), BRANCH.own().certificate());

        assertThat(revocations.standing(chain, false)).isEqualTo(Standing.UNKNOWN);
        Revocations revoked = of(List.of(ROOT), list(ROOT, "root.crl", BRANCH.own()));
        assertThat(revoked.standing(chain, false)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void aCertificateNamedByItselfIsLookedUpOnlyAtTheAuthorityThatIssuedIt() {
        Revocations revocations = of(List.of(ROOT), list(ROOT, "root.crl", BAD));

        Issued foreign = TestAuthority.selfSigned("CN=bad");
        assertThat(revocations.standing(List.of(foreign.certificate()), true)).isEqualTo(Standing.GOOD);
        assertThat(revocations.standing(List.of(foreign.certificate()), false)).isEqualTo(Standing.UNKNOWN);
        assertThat(revocations.standing(List.of(BAD.certificate()), true)).isEqualTo(Standing.REVOKED);
        clock.move(Duration.ofDays(2));
        assertThat(revocations.standing(List.of(foreign.certificate()), true)).isEqualTo(Standing.GOOD);
        assertThat(revocations.standing(List.of(GOOD.certificate()), true)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void anAuthorityOfTheSameNameIsAnother() {
        TestAuthority twin = TestAuthority.named("CN=Root, O=Test");
        Revocations both = of(List.of(ROOT, twin), list(ROOT, "root.crl", BAD), list(twin, "twin.crl"));

        assertThat(standing(both, BAD)).isEqualTo(Standing.REVOKED);
        assertThat(standing(both, twin.issue("CN=bad"))).isEqualTo(Standing.GOOD);
        assertThat(standing(of(List.of(ROOT, twin), list(twin, "twin.crl")), GOOD))
                .as("a list of the twin says nothing of it")
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aCertificateThatIsItselfTrustedNeedsNoList() {
        Issued own = TestAuthority.selfSigned("CN=own");
        Revocations revocations = of(List.of(ROOT.own(), own, BAD), List.of(list(ROOT, "root.crl", BAD)));

        assertThat(standing(revocations, own)).isEqualTo(Standing.GOOD);
        assertThat(standing(revocations, BAD)).as("its authority took it back").isEqualTo(Standing.REVOKED);
    }

    @Test
    void aHubDoesNotStartWithAListThatCannotBeUsed() throws IOException {
        Path foreign =
                TestRevocationList.of(ROOT, tomorrow).signer(TestAuthority.ec()).der(folder.resolve("foreign.crl"));

        assertThatThrownBy(() -> of(List.of(ROOT), foreign))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("is not signed by an authority of trusted");
        Path text = Files.writeString(folder.resolve("text.crl"), "hello");
        assertThatThrownBy(() -> of(List.of(ROOT), text)).isInstanceOf(TlsException.class);
    }

    private void later() {
        nanos.addAndGet(11_000_000_000L);
    }

    private Path list(TestAuthority authority, String name, Issued... revoked) {
        return TestRevocationList.of(authority, tomorrow, revoked).der(folder.resolve(name));
    }

    private Revocations of(List<TestAuthority> authorities, Path... lists) {
        return of(authorities.stream().map(TestAuthority::own).toList(), List.of(lists));
    }

    private Revocations of(List<Issued> trusted, List<Path> lists) {
        Path file = folder.resolve("authorities.pem");
        StringBuilder text = new StringBuilder();
        try {
            for (Issued each : trusted) {
                text.append(Files.readString(each.certificate(file)));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        HubConfig.Tls tls = new HubConfig.Tls(
                Optional.empty(), Optional.empty(), Optional.of(file), lists, HubConfig.Tls.Clients.ASKED);
        return Revocations.of(Optional.of(tls), clock, nanos::get);
    }

    private static Standing standing(Revocations revocations, Issued issued) {
        return revocations.standing(List.of(issued.certificate()), false);
    }
}
