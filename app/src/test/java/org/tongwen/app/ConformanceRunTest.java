package org.tongwen.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.conformance.plan.Plans;

/** Whole runs from the command line: a small plan of messages, and a participant that judges them over HTTP. */
class ConformanceRunTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private HttpServer judge;
    private volatile boolean careful = true;
    private volatile boolean slow;

    @BeforeEach
    void prepare() throws IOException {
        judge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        judge.createContext("/judge", this::answer);
        judge.start();
        write("plan/plan.yaml", """
                id: small
                title: A small plan
                requirements:
                  - {id: R-GOOD, text: What is sound is accepted., clause: "1", severity: mandatory}
                  - {id: R-BAD, text: What is not is refused., clause: "2", severity: mandatory}
                """);
        write("plan/cases/good/case.yaml", "requirement: R-GOOD\nverdict: valid\n");
        write("plan/cases/good/message.xml", "<good/>");
        write("plan/cases/bad/case.yaml", "requirement: R-BAD\nverdict: invalid\n");
        write("plan/cases/bad/message.xml", "<bad/>");
        config("");
        run("keys", "create", "--out", path("keys"));
    }

    @AfterEach
    void stop() {
        judge.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String message = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (slow && !message.isEmpty()) {
                sleep();
            }
            boolean bad = careful && message.contains("bad");
            byte[] verdict = ("{\"verdict\": \"" + (bad ? "invalid" : "valid") + "\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, verdict.length);
            exchange.getResponseBody().write(verdict);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void config(String more) throws IOException {
        write("bank.yaml", """
                id: YUNSCNBH
                name: 云山银行
                plan: %s
                endpoints: {validate: "http://127.0.0.1:%d/judge"}
                """.formatted(path("plan"), judge.getAddress().getPort()) + more);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Session.Outcome run(String... words) {
        List<String> all = new ArrayList<>(List.of("conformance"));
        all.addAll(List.of(words));
        return new Session().run(all.toArray(String[]::new));
    }

    private Session.Outcome bank(String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--participant", path("bank.yaml"), "--out", path("run")));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private JsonNode results() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("run/results.json").toFile());
    }

    @Test
    void aGoodParticipantGetsACertificateThatVerifies() {
        Session.Outcome outcome = bank("--key", path("keys/issuer.pem"));

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(Exit.DONE);
        assertThat(outcome.out())
                .contains("2 passed; ", "Conformant. All 2 mandatory requirements", "Certificate: ")
                .contains("valid until " + TODAY.plusDays(90));
        assertThat(outcome.err()).contains("[2/2] pass    R-BAD What is not is refused.");
        assertThat(folder.resolve("run"))
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**junit.xml")
                .isDirectoryContaining("glob:**evidence.jsonl");
        Session.Outcome verified = run(
                "verify", path("run/certificate.jws"), "--key", path("keys/issuer.pub.pem"), "--evidence", path("run"));
        assertThat(verified.exitCode()).as(verified.err()).isEqualTo(Exit.DONE);
        assertThat(verified.out()).contains("云山银行 (YUNSCNBH)");
    }

    @Test
    void aPlanThatBearsTheNameOfTheSuitesOwnIsToldFromIt() throws IOException {
        write(
                "plan/plan.yaml",
                Files.readString(folder.resolve("plan/plan.yaml"))
                                .replace(
                                        "id: small",
                                        "id: message-validity\nversion: \"" + version("message-validity") + "\"")
                        + "  - {id: R-OPEN, text: Nobody tries this., clause: \"3\", severity: mandatory, untested: no means}\n");

        Session.Outcome outcome = bank("--key", path("keys/issuer.pem"));
        Session.Outcome verified = run("verify", path("run/certificate.jws"), "--key", path("keys/issuer.pub.pem"));

        assertThat(outcome.err()).contains("certificate.OtherPlan", "though it bears its name");
        assertThat(verified.exitCode()).as(verified.err()).isEqualTo(Exit.DONE);
        assertThat(verified.err()).contains("certificate.OtherPlan");
        assertThat(verified.out()).contains("    digest of the plan ").contains("    untested: R-OPEN: no means\n");
    }

    private static String version(String plan) {
        return Plans.find(plan).orElseThrow().value().orElseThrow().version();
    }

    /** Nobody signs the results, but what they say must be what the certificate beside them says. */
    @Test
    void resultsThatSayOtherThanTheCertificateBesideThemMakeNoReport() throws IOException {
        bank("--key", path("keys/issuer.pem"));
        Path file = folder.resolve("run/results.json");
        String right = Files.readString(file);
        assertThat(run("report", path("run")).exitCode()).isEqualTo(Exit.DONE);

        for (String edited : List.of(
                right.replace("云山银行", "别人银行"),
                right.replaceFirst("\"digest\" : \"....", "\"digest\" : \"0000"),
                right.replaceFirst("urn:uuid:....", "urn:uuid:0000"))) {
            Files.writeString(file, edited);
            Session.Outcome outcome = run("report", path("run"));
            assertThat(edited).isNotEqualTo(right);
            assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
            assertThat(outcome.err()).contains("report.OtherCertificate");
        }
        Files.writeString(file, right.replaceAll("\"evidence\" : \\[ ?\\d+", "\"evidence\" : [ 99999"));
        assertThat(run("report", path("run")).err()).contains("names evidence that there is not");

        Files.writeString(file, right);
        Files.delete(folder.resolve("run/certificate.jws"));
        assertThat(run("report", path("run")).err()).contains("report.NoCertificate");
    }

    @Test
    void aCertifiedRunIsNotOverwritten() {
        bank("--key", path("keys/issuer.pem"));

        Session.Outcome again = bank();

        assertThat(again.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(again.err()).contains("holds a run that was certified");
    }

    @Test
    void aFailureIsToldAndNoCertificateIsSigned() throws IOException {
        careful = false;

        Session.Outcome outcome = bank("--key", path("keys/issuer.pem"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.out()).contains("FAILED  R-BAD", "Not conformant. Of 2 mandatory requirements one failed.");
        assertThat(outcome.err()).contains("no certificate is issued:", "R-BAD: [ERROR] mandatory and failed");
        assertThat(folder.resolve("run/certificate.jws")).doesNotExist();
        assertThat(results().path("verdict").asText()).isEqualTo("not-conformant");
        assertThat(folder.resolve("run/report.html"))
                .content()
                .contains("curl -i -H &#39;Content-Type: application/xml");
    }

    @Test
    void onlyAPartIsNeverWhole() throws IOException {
        Session.Outcome outcome = bank("--only", "R-GOOD", "--key", path("keys/issuer.pem"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.out()).contains("Incomplete. Not everything was run, so there is no verdict: only R-GOOD.");
        assertThat(outcome.err()).contains("certificate.Incomplete").doesNotContain("certificate.NotMet");
        assertThat(results().at("/counts/not-run").asInt()).isEqualTo(1);
    }

    @Test
    void whatFailedIsRunAgainAndTheRestIsKept() throws IOException {
        careful = false;
        bank();
        careful = true;

        Session.Outcome outcome = bank("--rerun-failed");

        assertThat(outcome.err()).contains("[1/1] pass    R-BAD").doesNotContain("R-GOOD");
        assertThat(outcome.out()).contains("2 passed", "Incomplete. ", "only what did not pass before was run again");
        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(results().at("/counts/pass").asInt()).isEqualTo(2);
        assertThat(bank("--rerun-failed").err()).contains("there is nothing to run again");
    }

    /** The chain goes on, so everything that was ever exchanged is there, and the report needs nothing else. */
    @Test
    void whatIsRunAgainGoesOnWithTheEvidence() throws IOException {
        careful = false;
        bank();
        String before = Files.readString(folder.resolve("run/evidence.jsonl"));
        careful = true;

        bank("--rerun-failed");

        assertThat(folder.resolve("run/evidence.jsonl"))
                .content()
                .startsWith(before)
                .hasSizeGreaterThan(before.length());
        assertThat(results().at("/requirements/0/cases/0/evidence")).isNotEmpty();
        assertThat(results().at("/requirements/1/cases/0/evidence/0").asInt())
                .isGreaterThan((int) before.lines().count());
        assertThat(run("report", path("run")).exitCode()).isEqualTo(Exit.DONE);
        assertThat(folder.resolve("run/unfinished")).doesNotExist();
    }

    @Test
    void aRunThatCannotStartDestroysNone() throws IOException {
        careful = false;
        bank();
        List<byte[]> before = contents();
        judge.stop(0);

        for (Session.Outcome outcome : List.of(bank("--rerun-failed"), bank())) {
            assertThat(outcome.exitCode()).isEqualTo(Exit.USAGE);
            assertThat(outcome.err()).contains("preflight.", "the run in " + path("run") + " stays as it was");
            assertThat(contents()).containsExactlyElementsOf(before);
        }
    }

    private List<byte[]> contents() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        }
    }

    @Test
    void whatIsRunAgainIsTheSameParticipantByTheSameRules() throws IOException {
        careful = false;
        bank();
        assertThat(bank("--rerun-failed", "--as-of", "2025-12-01").err())
                .contains("the day of the rules, or a rule pack, is not the one of the run before");

        String config = Files.readString(folder.resolve("bank.yaml"));
        write("bank.yaml", config.replace("YUNSCNBH", "OTHERBANK"));
        assertThat(bank("--rerun-failed").err()).contains("the participant is not the one of the run before");

        write("bank.yaml", config);
        Path evidence = folder.resolve("run/evidence.jsonl");
        Files.writeString(evidence, Files.readString(evidence).replaceFirst("invalid|valid", "vaild"));
        Session.Outcome changed = bank("--rerun-failed");
        assertThat(changed.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(changed.err()).contains("evidence.Broken", "nothing is run again");
    }

    @Test
    void aPartIsSaidToEarnNoCertificateInOneLine() throws IOException {
        careful = false;
        bank();

        assertThat(bank("--rerun-failed", "--key", path("keys/issuer.pem")).err())
                .contains("no certificate will be issued: only a part of the plan is run again");
    }

    @Test
    void certificatesAreValidForAYearAtMost() {
        Session.Outcome outcome = bank("--key", path("keys/issuer.pem"), "--days", "367");

        assertThat(outcome.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(outcome.err()).contains("'367' is not a number of days from 1 to 366");
        assertThat(new Session().run("conformance", "run", "--help").out()).contains("from 1 to 366");
    }

    @Test
    void brokenVariantsAreListedWithWhatTheyDoWrong() throws IOException {
        assertThat(run("list", "--variants").out()).containsPattern("signs-nothing +WI-GEN-SIGNATURE +does not sign\n");
        assertThat(new ObjectMapper()
                        .readTree(run("list", "--variants", "--format", "json").bytes()))
                .anySatisfy(each -> assertThat(each.path("name").asText()).isEqualTo("never-answers"));
        assertThat(run("list", "wallet-interop", "--variants").exitCode()).isEqualTo(Exit.USAGE);
    }

    @Test
    void thereIsNothingToRunAgainWithoutARun() {
        assertThat(bank("--rerun-failed").exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(bank("--rerun-failed", "--only", "R-BAD").exitCode()).isEqualTo(Exit.USAGE);
        assertThat(bank("--only", "R-NONE").exitCode()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aWaiverIsPrintedOnTheCertificateAndShortensIt() throws IOException {
        careful = false;
        write("waivers.yaml", """
                waivers:
                  - {requirement: R-BAD, owner: Li Na, reason: Challenge 17, until: %s}
                """.formatted(TODAY.plusDays(5)));
        config("waivers: waivers.yaml\n");

        Session.Outcome outcome = bank("--key", path("keys/issuer.pem"));

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(Exit.DONE);
        assertThat(outcome.out()).contains("Conformant with waivers. ", "valid until " + TODAY.plusDays(5));
        assertThat(run("verify", path("run/certificate.jws"), "--key", path("keys/issuer.pub.pem"))
                        .out())
                .contains("waived: R-BAD until " + TODAY.plusDays(5) + " by Li Na: Challenge 17");
    }

    @Test
    void aWaiverThatLapsedWaivesNothing() throws IOException {
        careful = false;
        write("waivers.yaml", "waivers: [{requirement: R-BAD, owner: o, reason: r, until: 2026-01-01}]\n");

        Session.Outcome outcome = bank("--waivers", path("waivers.yaml"), "--key", path("keys/issuer.pem"));

        assertThat(outcome.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(outcome.err()).contains("certificate.WaiverLapsed");
    }

    @Test
    void mistakesInFilesAreFoundBeforeAnythingIsSent() throws IOException {
        write("waivers.yaml", "waivers: [{requirement: R-BAT, owner: o, reason: r, until: 2026-01-01}]\n");
        assertThat(bank("--waivers", path("waivers.yaml")).err()).contains("did you mean R-BAD?");

        write("bank.yaml", "id: X\nendpoint: {}\n");
        Session.Outcome config = bank();
        assertThat(config.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(config.err()).contains("bank.yaml:2:1: [ERROR] the key is not known here");
        assertThat(folder.resolve("run/results.json")).doesNotExist();
    }

    @Test
    void aParticipantThatIsNotThereIsAFaultOfConfiguration() throws IOException {
        judge.stop(0);

        Session.Outcome outcome = bank();

        assertThat(outcome.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(outcome.out()).contains("Not started. ", "Nothing was scored.");
        assertThat(results().path("verdict").asText()).isEqualTo("configuration");
    }

    @Test
    void aRunThatTakesTooLongEndsAndSaysSo() throws IOException {
        slow = true;

        Session.Outcome outcome = bank("--time-limit", "1");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(Exit.TIMED_OUT);
        assertThat(outcome.out()).contains("Incomplete. ");
        assertThat(results().path("incomplete").asText()).contains("time");
    }

    @Test
    void unknownNamesAreNotFound() {
        assertThat(run("run", "--participant", "nobody", "--out", path("r"), "--plan", "small")
                        .exitCode())
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(bank("--plan", "wallet-interopp").err()).contains("did you mean 'wallet-interop'?");
        assertThat(run("run", "--participant", "reference:signs-nothin", "--out", path("r"), "--plan", "wallet-interop")
                        .err())
                .contains("did you mean 'signs-nothing'?");
        assertThat(run("run", "--participant", "reference", "--out", path("r")).err())
                .contains("which plan?");
    }

    @Test
    void plansAreListedWithWhatTheyDemand() throws IOException {
        assertThat(run("list").out()).contains("message-validity", "wallet-interop");
        assertThat(run("list", path("plan")).out()).isEqualTo("""
                small 1: A small plan

                R-GOOD  What is sound is accepted.
                    1 · mandatory · 1 case

                R-BAD  What is not is refused.
                    2 · mandatory · 1 case
                """);
        JsonNode json = new ObjectMapper()
                .readTree(run("list", path("plan"), "--format", "json").bytes());
        assertThat(json.at("/requirements/1/id").asText()).isEqualTo("R-BAD");
        assertThat(run("list", "--format", "json").out()).contains("\"wallet-interop\"");
    }

    /** As a new user would: the participant in one terminal, the suite in another, and only files between them. */
    @Test
    void theReferenceParticipantCanBeStartedAloneAndEarnsACertificateByItsConfiguration() throws Exception {
        Session.Outcome outcome = withReference(List.of(), "--key", path("keys/issuer.pem"), "--out", path("run"));

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(Exit.DONE);
        assertThat(outcome.out()).contains("Conformant. All ", "Certificate: ");
        assertThat(run("verify", path("run/certificate.jws"), "--key", path("keys/issuer.pub.pem"))
                        .exitCode())
                .isEqualTo(Exit.DONE);
        assertThat(folder.resolve("trial"))
                .isDirectoryContaining("glob:**/other-bank.pem")
                .isDirectoryContaining("glob:**/other-bank.pub.pem");
    }

    @Test
    void aBrokenParticipantThatIsStartedAloneFailsAtWhatItBreaks() throws Exception {
        Session.Outcome outcome = withReference(
                List.of("--variant", "credits-closed-accounts"),
                "--only",
                "WI-CT-AC01,WI-CT-AC04,WI-SIGN-PARTY",
                "--out",
                path("run"));

        assertThat(outcome.out()).contains(", 1 failed", "FAILED  WI-CT-AC04");
        assertThat(folder.resolve("run/suite-key.pem")).doesNotExist();
    }

    /** Runs the suite, by the configuration that a reference participant writes as long as it runs. */
    private Session.Outcome withReference(List<String> how, String... run) throws Exception {
        Path configuration = folder.resolve("trial/participant.yaml");
        List<String> start = new ArrayList<>(
                List.of("reference", "--out", path("trial"), "--callback-port", String.valueOf(freePort())));
        start.addAll(how);
        Thread participant = new Thread(() -> run(start.toArray(String[]::new)));
        participant.start();
        try {
            for (int i = 0; i < 300 && !Files.exists(configuration); i++) {
                Thread.sleep(100);
            }
            List<String> words = new ArrayList<>(List.of("run", "--participant", configuration.toString()));
            words.addAll(List.of(run));
            return run(words.toArray(String[]::new));
        } finally {
            participant.interrupt();
            participant.join(10_000);
            assertThat(participant.isAlive()).isFalse();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Sends messages both ways, signed, with the virtual clock. */
    @Test
    void theReferenceParticipantPassesAndABrokenOneFailsAtWhatItBreaks() {
        Session.Outcome good = run(
                "run",
                "--participant",
                "reference",
                "--plan",
                "wallet-interop",
                "--only",
                "WI-CT-AC0*",
                "--out",
                path("g"));
        Session.Outcome broken = run(
                "run",
                "--participant",
                "reference:credits-closed-accounts",
                "--plan",
                "wallet-interop",
                "--only",
                "WI-CT-AC0*",
                "--out",
                path("b"));

        assertThat(good.err()).doesNotContain("FAIL");
        assertThat(good.out()).contains("Incomplete. ");
        assertThat(broken.out()).contains("FAILED  WI-CT-AC04").doesNotContain("FAILED  WI-CT-AC06");
        assertThat(broken.exitCode()).isEqualTo(Exit.FINDINGS);
    }

    /** Of the plans, one speaks to banks and wallets and not to translators. */
    static Stream<String> plansForAHub() {
        return Plans.names().stream().filter(name -> !name.equals("wallet-interop"));
    }

    @ParameterizedTest
    @MethodSource("plansForAHub")
    void ourOwnHubIsCertifiedOverHttp(String plan) {
        Session.Outcome outcome = run(
                "run", "--participant", "hub", "--plan", plan, "--out", path("hub"), "--key", path("keys/issuer.pem"));

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(Exit.DONE);
        assertThat(folder.resolve("hub/certificate.jws")).exists();
    }
}
