package org.tongwen.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.certificate.SigningKey;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.evidence.Draft;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.report.ResultsJson;
import org.tongwen.conformance.report.RunReport;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** Keys, certificates and reports on the command line. A run is written by hand: what runs make is tested elsewhere. */
class ConformanceCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private SigningKey key;

    @BeforeEach
    void certify() throws IOException {
        assertThat(run("keys", "create", "--out", path("keys")).exitCode()).isEqualTo(Exit.DONE);
        key = SigningKey.read(Files.readAllBytes(folder.resolve("keys/issuer.pem")));
        Files.createDirectory(folder.resolve("run"));
        RunResult result = result(Outcome.PASS);
        Files.write(folder.resolve("run/results.json"), ResultsJson.write(report(result)));
        Files.write(
                folder.resolve("run/certificate.jws"),
                Issuer.issue(result, List.of(), key, TODAY, 90)
                        .value()
                        .orElseThrow()
                        .file());
    }

    private static Session.Outcome run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "conformance";
        System.arraycopy(words, 0, all, 1, words.length);
        return new Session().run(all);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Session.Outcome verify(String... more) {
        List<String> words =
                new ArrayList<>(List.of("verify", path("run/certificate.jws"), "--key", path("keys/issuer.pub.pem")));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private RunResult result(Outcome outcome) {
        Requirement requirement =
                Requirement.of("R-1", "Something is done.", "Clause 1", Requirement.Severity.MANDATORY);
        return new RunResult(
                new RunResult.PlanStamp("small", "A small plan", "1.0", "", "ab".repeat(32)),
                new TreeMap<>(),
                new Participant("YUNSCNBH", "云山银行", List.of("creditor-agent")),
                TODAY,
                Instant.parse("2026-11-22T08:00:00Z"),
                Instant.parse("2026-11-22T08:00:01Z"),
                "0.1.0",
                List.of(RequirementResult.of(
                        requirement, List.of(new CaseResult("one", "One", outcome, "why", List.of(), List.of(1))))),
                new Preflight(List.of(), List.of()),
                evidence(),
                Optional.empty());
    }

    private Chain evidence() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        try (EvidenceLog log = EvidenceLog.create(folder.resolve("run/evidence.jsonl"), clock)) {
            log.add(new Draft(
                    Exchange.Direction.SENT,
                    Exchange.Kind.REQUEST,
                    "POST",
                    "http://127.0.0.1:1/messages",
                    0,
                    new TreeMap<>(),
                    Body.of("<a/>".getBytes(UTF_8)),
                    ""));
            return log.chain();
        }
    }

    private static RunReport report(RunResult result) {
        return new RunReport(result, List.of(), List.of(), TODAY, Optional.empty());
    }

    @Test
    void thePrivateKeyIsForItsOwnerAloneAndNeverReplaced() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("keys/issuer.pem"));

        Session.Outcome again = run("keys", "create", "--out", path("keys"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/issuer.pem"))))
                .isEqualTo("rw-------");
        assertThat(again.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(again.err()).contains("exists already, and keys are never replaced");
        assertThat(folder.resolve("keys/issuer.pem")).hasBinaryContent(before);
    }

    @Test
    void aKeyIsShownWithoutItsSecret() throws IOException {
        String secret = Files.readString(folder.resolve("keys/issuer.pem"))
                .lines()
                .toList()
                .get(1);

        Session.Outcome fromPrivate = run("keys", "show", path("keys/issuer.pem"));
        Session.Outcome fromPublic = run("keys", "show", path("keys/issuer.pub.pem"));

        assertThat(fromPrivate.out())
                .startsWith("key " + key.verificationKey().id() + "\n")
                .doesNotContain(secret);
        assertThat(fromPublic.out()).isEqualTo(fromPrivate.out());
    }

    @Test
    void whatIsNoKeyIsWrongUsage() throws IOException {
        Files.writeString(folder.resolve("no.pem"), "hello");

        assertThat(run("keys", "show", path("no.pem")).err()).contains("not a PEM file");
        assertThat(run("keys", "show", path("no.pem")).exitCode()).isEqualTo(Exit.USAGE);
        assertThat(run("keys", "show", path("nothing.pem")).exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(run("verify", path("run/certificate.jws"), "--key", path("keys/issuer.pem"))
                        .err())
                .contains("the file holds PRIVATE KEY, expected is PUBLIC KEY");
    }

    @Test
    void aGoodCertificateIsSaidToBeValidWithWhatItCertifies() {
        Session.Outcome outcome = verify("--evidence", path("run"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.DONE);
        assertThat(outcome.out())
                .startsWith(path("run/certificate.jws") + ": valid on " + TODAY + "\n"
                        + "    云山银行 (YUNSCNBH), creditor-agent\n"
                        + "    small 1.0, rules as of " + TODAY + ": A small plan\n"
                        + "    digest of the plan " + "ab".repeat(32) + "\n"
                        + "    1 passed; 1 exchange as evidence\n");
        assertThat(outcome.err()).contains("certificate.RevocationNotChecked").doesNotContain("ERROR");
    }

    @Test
    void jsonHoldsAllThatIsCertified() throws IOException {
        JsonNode json = new ObjectMapper().readTree(verify("--format", "json").bytes());

        assertThat(json.path("verdict").asText()).isEqualTo("valid");
        assertThat(json.at("/certificate/requirements/0/outcome").asText()).isEqualTo("pass");
        assertThat(json.at("/certificate/issuer").asText())
                .isEqualTo(key.verificationKey().id());
        assertThat(json.path("findings")).hasSize(2);
    }

    @Test
    void anExpiredOrChangedCertificateIsFindings() throws IOException {
        Session.Outcome late = verify("--at", TODAY.plusDays(91).toString());
        assertThat(late.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(late.out()).contains(": not valid on ");
        assertThat(late.err()).contains("certificate.Expired");

        byte[] file = Files.readAllBytes(folder.resolve("run/certificate.jws"));
        file[file.length / 2] ^= 1;
        Files.write(folder.resolve("run/certificate.jws"), file);
        assertThat(verify().exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(verify().out()).isEqualTo(path("run/certificate.jws") + ": not valid on " + TODAY + "\n");
    }

    @Test
    void evidenceThatWasChangedIsFound() throws IOException {
        Path evidence = folder.resolve("run/evidence.jsonl");
        Files.writeString(evidence, Files.readString(evidence).replace("<a/>", "<b/>"));

        Session.Outcome outcome = verify("--evidence", path("run"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.err()).contains("evidence.Broken");
    }

    @Test
    void aRevokedCertificateIsRefused() {
        String list = path("revocations.jws");
        assertThat(revoke("--list", list).out()).contains(": issue 1 with 0 certificates, to be replaced by ");
        assertThat(verify("--revocations", list).exitCode()).isEqualTo(Exit.DONE);

        Session.Outcome revoked =
                revoke("--list", list, path("run/certificate.jws"), "--reason", "the bank changed its software");

        assertThat(revoked.out()).contains(": issue 2 with 1 certificate, to be replaced by " + TODAY.plusDays(30));
        Session.Outcome outcome = verify("--revocations", list);
        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.err()).contains("the bank changed its software");
        assertThat(revoke("--list", list, path("run/certificate.jws"), "--reason", "again")
                        .err())
                .contains("was revoked before");
    }

    @Test
    void aListMustBeReplacedInTime() {
        String list = path("revocations.jws");
        revoke("--list", list, "--days", "7");

        Session.Outcome outcome =
                verify("--revocations", list, "--at", TODAY.plusDays(8).toString());

        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.err()).contains("certificate.RevocationListOld");
    }

    @Test
    void nobodyRevokesWhatSomebodyElseSigned() {
        run("keys", "create", "--out", path("other"));

        Session.Outcome outcome = run(
                "revoke",
                path("run/certificate.jws"),
                "--reason",
                "spite",
                "--list",
                path("list.jws"),
                "--key",
                path("other/issuer.pem"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.err()).contains("certificate.OtherKey").contains("is not what this key signed");
        assertThat(folder.resolve("list.jws")).doesNotExist();
    }

    @Test
    void aCertificateAndItsReasonGoTogether() {
        assertThat(revoke("--list", path("l"), "--reason", "r").exitCode()).isEqualTo(Exit.USAGE);
        assertThat(revoke("--list", path("l"), path("run/certificate.jws")).exitCode())
                .isEqualTo(Exit.USAGE);
        assertThat(revoke("--list", path("l"), "--days", "0").err()).contains("not a number of days");
    }

    private Session.Outcome revoke(String... more) {
        List<String> words = new ArrayList<>(List.of("revoke", "--key", path("keys/issuer.pem")));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void aReportIsWrittenAnew() throws IOException {
        Files.deleteIfExists(folder.resolve("run/certificate.jws"));
        Session.Outcome outcome = run("report", path("run"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.DONE);
        assertThat(outcome.out()).contains("Conformant. The one mandatory requirement that applies");
        assertThat(folder.resolve("run/report.html")).content().contains("云山银行");
        assertThat(folder.resolve("run/junit.xml")).content().contains("<testsuites");
        assertThat(run("report", path("keys")).exitCode()).isEqualTo(Exit.NOT_FOUND);
        Files.writeString(folder.resolve("run/results.json"), "{}");
        assertThat(run("report", path("run")).exitCode()).isEqualTo(Exit.FINDINGS);
    }

    @Test
    void editedResultsAndForeignEvidenceMakeNoReport() throws IOException {
        Files.deleteIfExists(folder.resolve("run/certificate.jws"));
        Files.write(folder.resolve("run/results.json"), ResultsJson.write(report(result(Outcome.FAIL))));
        String failed = Files.readString(folder.resolve("run/results.json"));
        Files.writeString(
                folder.resolve("run/results.json"), failed.replace("\"outcome\" : \"FAIL\"", "\"outcome\" : \"PASS\""));

        Session.Outcome edited = run("report", path("run"));

        assertThat(edited.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(edited.err())
                .contains("what the file says of standing of R-1 does not follow from the rest; it was changed");
        Files.writeString(folder.resolve("run/results.json"), failed.replaceFirst("\"FAIL\"", "\"PASS\""));
        assertThat(run("report", path("run")).err()).contains("the outcome of R-1 does not follow from its cases");
        Files.writeString(folder.resolve("run/results.json"), failed);
        assertThat(run("report", path("run")).out()).contains("results.json is not signed");
        Files.writeString(folder.resolve("run/evidence.jsonl"), "");
        Session.Outcome foreign = run("report", path("run"));
        assertThat(foreign.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(foreign.err()).contains("report.OtherEvidence");
    }

    @Test
    void whatPassedThenAndFailsNowIsToldApart() throws IOException {
        Files.createDirectory(folder.resolve("now"));
        Files.write(folder.resolve("now/results.json"), ResultsJson.write(report(result(Outcome.FAIL))));

        Session.Outcome outcome =
                run("diff", path("now"), path("run/certificate.jws"), "--key", path("keys/issuer.pub.pem"));

        assertThat(outcome.out()).isEqualTo("worse  R-1  passed, now failed\n");
        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(run("diff", path("run"), path("run")).out()).isEqualTo("every requirement came out as before\n");
        assertThat(run("diff", path("now"), path("run/certificate.jws")).exitCode())
                .isEqualTo(Exit.USAGE);
    }
}
