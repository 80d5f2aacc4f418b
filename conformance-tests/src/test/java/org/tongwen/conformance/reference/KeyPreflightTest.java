package org.tongwen.conformance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.engine.Certification;
import org.tongwen.conformance.engine.Order;
import org.tongwen.conformance.engine.Selection;
import org.tongwen.conformance.participant.ConfigReader;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RunResult;

/** A participant over HTTP, as a configuration file names it: a key that does not belong to it is found before anything counts. */
class KeyPreflightTest {

    private static final Plan PLAN =
            Plans.find("wallet-interop").orElseThrow().value().orElseThrow();
    private static final String RIGHT =
            "keys: {participant: bank.pub.pem, suite: suite.pem, parties: {other-bank: other.pem}}";

    @TempDir
    private Path folder;

    private int port;
    private ReferenceParticipant bank;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        PublicKey suite = key("suite.pem");
        Map<String, PublicKey> known =
                new TreeMap<>(Map.of("SUITDEFFXXX", suite, "WLLTDEFFXXX", suite, "OTHRDEFFXXX", key("other.pem")));
        key("strange.pem");
        bank = ReferenceParticipant.start(new Setup(
                "RFRNDEFFXXX",
                List.copyOf(known.keySet()),
                URI.create("http://127.0.0.1:" + port + "/messages"),
                known,
                Optional.empty()));
        Files.writeString(folder.resolve("bank.pub.pem"), SigningKeys.pem(bank.key()));
        Files.writeString(
                folder.resolve("strange.pub.pem"),
                SigningKeys.pem(SigningKeys.create().getPublic()));
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    /** Writes a private key and tells the public one. */
    private PublicKey key(String name) throws IOException {
        KeyPair keys = SigningKeys.create();
        String content =
                Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        Files.writeString(
                folder.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n");
        return keys.getPublic();
    }

    @Test
    void theRightKeysAreGoodAndPartiesAreToldApart() throws IOException {
        RunResult run = run(RIGHT);

        assertThat(findings(run)).isEmpty();
        assertThat(run.requirements())
                .filteredOn(each -> each.requirement().id().equals("WI-SIGN-PARTY"))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).as(each.reason()).isEqualTo(Outcome.PASS));
    }

    @Test
    void withOneKeyForAllPartiesNobodyCanTellThemApart() throws IOException {
        stop();
        bank = ReferenceParticipant.start(new Setup(
                "RFRNDEFFXXX",
                List.of("SUITDEFFXXX"),
                URI.create("http://127.0.0.1:" + port + "/messages"),
                Map.of("SUITDEFFXXX", key("suite.pem")),
                Optional.empty()));
        Files.writeString(folder.resolve("bank.pub.pem"), SigningKeys.pem(bank.key()));

        RunResult run = run("keys: {participant: bank.pub.pem, suite: suite.pem}");

        assertThat(findings(run)).isEmpty();
        assertThat(run.requirements())
                .filteredOn(each -> each.requirement().id().equals("WI-SIGN-PARTY"))
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("keys.parties"));
    }

    @Test
    void aSuiteKeyThatTheParticipantDoesNotKnowIsAFaultOfConfiguration() throws IOException {
        RunResult run = run(RIGHT.replace("suite.pem", "strange.pem"));

        assertThat(findings(run)).containsExactly("preflight.SuiteKey bank.yaml:5:35 keys.suite");
        assertThat(run.preflight().ok()).isFalse();
        assertThat(run.requirements())
                .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(Outcome.NOT_RUN));
    }

    @Test
    void aKeyOfAPartyThatTheParticipantDoesNotKnowIsAFaultOfConfiguration() throws IOException {
        assertThat(findings(run(RIGHT.replace("other.pem", "strange.pem"))))
                .containsExactly("preflight.SuiteKey bank.yaml:5:63 keys.parties.other-bank");
    }

    @Test
    void aKeyThatIsNotTheParticipantsIsAFaultOfConfiguration() throws IOException {
        assertThat(findings(run(RIGHT.replace("bank.pub.pem", "strange.pub.pem"))))
                .contains("preflight.ParticipantKey bank.yaml:5:8 keys.participant")
                .allMatch(finding -> finding.startsWith("preflight.ParticipantKey"));
    }

    @Test
    void aPlanWithSignaturesNeedsTheSuitesKey() throws IOException {
        assertThat(findings(run("keys: {participant: bank.pub.pem}")))
                .containsExactly("preflight.MissingKey bank.yaml:5:1 keys.suite");
    }

    @Test
    void aPartyThatThePlanDoesNotHaveIsFound() throws IOException {
        assertThat(findings(run(RIGHT.replace("other-bank", "othr-bank"))))
                .containsExactly("preflight.UnknownParty bank.yaml:5:63 keys.parties.othr-bank");
    }

    private RunResult run(String keys) throws IOException {
        StringBuilder file = new StringBuilder("""
                id: RFRNDEFFXXX
                roles: [creditor-agent]
                endpoints: {messages: "%1$s", observe: "%1$s", trigger: "%1$s/trigger"}
                clock: {control: "%1$s/clock"}
                %2$s
                callback: {port: %3$d}
                limits: {grace: 50 ms}
                data:
                """.formatted(bank.base(), keys, port));
        Setup.data().forEach((name, value) -> file.append("  " + name + ": '" + value + "'\n"));
        Path written = Files.writeString(folder.resolve("bank.yaml"), file);
        Order order = Order.of(
                PLAN,
                new Order.Configured(ConfigReader.read(written).value().orElseThrow()),
                LocalDate.of(2026, 11, 23),
                folder.resolve("run"),
                "test");
        return Certification.run(order.only(new Selection(List.of("WI-SIGN-PARTY"))));
    }

    private static List<String> findings(RunResult run) {
        return run.preflight().findings().stream()
                .map(each -> each.id() + " " + each.place())
                .toList();
    }
}
