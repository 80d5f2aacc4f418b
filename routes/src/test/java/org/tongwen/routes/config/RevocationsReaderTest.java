package org.tongwen.routes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.TestRevocationList;
import org.tongwen.xsd.finding.Checked;

class RevocationsReaderTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final TestAuthority AUTHORITY = TestAuthority.named("CN=Clients");
    private static final TestAuthority BRANCH = AUTHORITY.under("CN=Branch");

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        TestAuthority.Issued hub = TestAuthority.selfSigned("CN=hub");
        hub.certificate(folder.resolve("hub.pem"));
        hub.key(folder.resolve("hub.key"));
        trust(AUTHORITY.own());
    }

    @Test
    void aFileOrSeveralArriveInDerAndPem() {
        list().der(folder.resolve("a.crl"));
        assertThat(read("a.crl")
                        .value()
                        .orElseThrow()
                        .listen()
                        .tls()
                        .orElseThrow()
                        .revocationLists())
                .containsExactly(folder.resolve("a.crl"));
        assertThat(findings("a.crl")).isEmpty();

        trust(AUTHORITY.own(), BRANCH.own());
        TestRevocationList.pem(folder.resolve("b.pem"), TestRevocationList.of(BRANCH, TOMORROW, AUTHORITY.own()));
        assertThat(findings("[a.crl, b.pem]")).isEmpty();
        TestRevocationList.pem(folder.resolve("both.pem"), list(), TestRevocationList.of(BRANCH, TOMORROW));
        assertThat(findings("both.pem")).isEmpty();
    }

    @Test
    void whatIsNoListIsFoundAtItsPlace() throws IOException {
        Path list = list().der(folder.resolve("list.crl"));
        byte[] whole = Files.readAllBytes(list);
        Files.write(folder.resolve("half.crl"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("more.crl"), Arrays.copyOf(whole, whole.length + 1));
        Files.writeString(folder.resolve("text.crl"), "hello");
        TestRevocationList.pem(folder.resolve("cut.pem"), list(), list());
        Files.writeString(
                folder.resolve("cut.pem"),
                Files.readString(folder.resolve("cut.pem")).replaceFirst("-----\n$", ""));
        list().endless().der(folder.resolve("endless.crl"));
        list().delta().der(folder.resolve("delta.crl"));

        assertThat(findings("""

                          - none.crl
                          - half.crl
                          - more.crl
                          - text.crl
                          - cut.pem
                          - endless.crl
                          - delta.crl
                          - authorities.pem
                          - {a: b}
                    """.stripTrailing()))
                .containsExactly(
                        "hub.yaml:7:9 ERROR config.MissingFile: there is no such file",
                        "hub.yaml:8:9 ERROR config.NotRevocationList: the file is not a revocation list, neither in PEM nor in DER",
                        "hub.yaml:9:9 ERROR config.NotRevocationList: something stands behind the revocation list",
                        "hub.yaml:10:9 ERROR config.NotRevocationList: the file is not a revocation list, neither in PEM nor in DER",
                        "hub.yaml:11:9 ERROR config.NotRevocationList: a block of the kind X509 CRL is not whole",
                        "hub.yaml:12:9 ERROR config.NotRevocationList: the revocation list does not say until when it counts",
                        "hub.yaml:13:9 ERROR config.NotRevocationList: the revocation list has changes only (delta); the complete one is needed",
                        "hub.yaml:14:9 ERROR config.NotRevocationList: no revocation list stands in the file",
                        "hub.yaml:15:9 ERROR config.WrongKind: revocation-lists must be text");
    }

    @Test
    void aListOfSomebodyElseIsFound() {
        list().signer(TestAuthority.ec()).der(folder.resolve("forged.crl"));
        TestRevocationList.of(BRANCH, TOMORROW).der(folder.resolve("branch.crl"));
        list().der(folder.resolve("a.crl"));

        assertThat(findings("[a.crl, forged.crl, branch.crl]"))
                .containsExactly(
                        "hub.yaml:6:31 ERROR config.ForeignRevocationList: the list of CN=Clients is not signed by an authority of trusted",
                        "hub.yaml:6:43 ERROR config.ForeignRevocationList: the list of CN=Branch is not signed by an authority of trusted");
    }

    @Test
    void anAuthorityWithoutAListIsFound() {
        list().der(folder.resolve("a.crl"));
        trust(AUTHORITY.own(), BRANCH.own(), TestAuthority.selfSigned("CN=a client"));

        assertThat(findings("a.crl"))
                .containsExactly(
                        "hub.yaml:6:23 ERROR config.NoRevocationList: there is no list of CN=Branch, so that all its certificates would be refused");
        assertThat(findings("[]")).hasSize(2).allMatch(line -> line.contains("config.NoRevocationList"));
    }

    @Test
    void aListThatDoesNotCountNowIsAWarning() {
        TestRevocationList.of(AUTHORITY, NOW.minusSeconds(60)).der(folder.resolve("old.crl"));
        Instant later = NOW.plus(Duration.ofDays(31));
        TestRevocationList.of(AUTHORITY, later).der(folder.resolve("early.crl"));

        assertThat(findings("[old.crl, early.crl]"))
                .containsExactly(
                        "hub.yaml:6:24 WARNING config.StaleRevocationList: the list of CN=Clients ended at "
                                + NOW.minusSeconds(60)
                                + "; unless there is another, certificates of its authority are refused",
                        "hub.yaml:6:33 WARNING config.StaleRevocationList: the list of CN=Clients begins only at "
                                + TOMORROW + "; unless there is another, certificates of its authority are refused");
        assertThat(read("old.crl").value()).isPresent();
    }

    @Test
    void listsWithoutAuthoritiesAndListsTowardsOthersMakeNoSense() {
        list().der(folder.resolve("a.crl"));
        assertThat(lines(yaml("""
                        listen: {tls: {certificate: hub.pem, key: hub.key, revocation-lists: a.crl}}
                        participants: {a: {credentials: {open: yes}}}
                        """)))
                .containsExactly(
                        "hub.yaml:1:70 ERROR config.IncompleteTls: a revocation list belongs to an authority, and none is trusted");
        assertThat(lines(yaml("""
                        participants: {a: {receives: {channel: http, to: "https://a.example/", tls: {revocation-lists: a.crl}}}}
                        """))).anyMatch(line -> line.contains(" ERROR config.UnknownKey: "));
    }

    private static TestRevocationList list() {
        return TestRevocationList.of(AUTHORITY, TOMORROW);
    }

    private void trust(TestAuthority.Issued... trusted) {
        StringBuilder text = new StringBuilder();
        try {
            for (TestAuthority.Issued each : trusted) {
                text.append(Files.readString(each.certificate(folder.resolve("authorities.pem"))));
            }
            Files.writeString(folder.resolve("authorities.pem"), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> findings(String lists) {
        return lines(read(lists));
    }

    private Checked<HubConfig> read(String lists) {
        return yaml("""
                listen:
                  tls:
                    certificate: hub.pem
                    key: hub.key
                    trusted: authorities.pem
                    revocation-lists: LISTS
                participants: {a: {credentials: {open: yes}}}
                """.replace("LISTS", lists));
    }

    private Checked<HubConfig> yaml(String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("hub.yaml"), yaml);
            return HubConfigReader.read(
                    file,
                    new Known(Map.of(), Set.of(), Channels.builtIn()),
                    Map.of(),
                    Clock.fixed(NOW, ZoneOffset.UTC));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(Checked<?> read) {
        return read.findings().stream()
                .map(finding ->
                        finding.place() + " " + finding.severity() + " " + finding.id() + ": " + finding.message())
                .toList();
    }
}
