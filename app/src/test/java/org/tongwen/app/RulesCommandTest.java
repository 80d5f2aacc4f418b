package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Messages under a profile, and the commands on rules. */
class RulesCommandTest {

    private static final Path SOUND = Path.of("../rules/packs/messages/pacs.008.001.08.xml");

    @TempDir
    private Path folder;

    private Path bad;

    @BeforeEach
    void files() throws IOException {
        String message = Files.readString(SOUND);
        bad = Files.writeString(
                folder.resolve("bad.xml"),
                message.replace("<TwnNm>CHICAGO</TwnNm>", "").replace("SHAR", "SLEV"));
    }

    private static Session.Outcome run(String... words) {
        return new Session().run(words);
    }

    private static Session.Outcome judge(Path file, String... options) {
        String[] words = new String[options.length + 6];
        String[] first = {"validate", file.toString(), "--profile", "cbpr-plus", "--as-of", "2026-11-21"};
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(options, 0, words, first.length, options.length);
        return run(words);
    }

    @Test
    void aSoundMessageIsValidUnderItsProfileAndTheVerdictNamesThePacks() {
        Session.Outcome done = judge(SOUND);

        assertThat(done.exitCode()).isEqualTo(Exit.DONE);
        assertThat(done.out())
                .contains(": valid pacs.008.001.08 with head.001.001.02\n")
                .contains("  rules of cbpr-plus as of 2026-11-21: ")
                .containsPattern("  pack iso \\S+ sha256:[0-9a-f]{64}\n")
                .containsPattern("  pack cbpr-plus sr2026 sha256:[0-9a-f]{64}\n");
        assertThat(done.err()).contains("scheme.CU-38 was not checked: there is no directory of BICs here");
    }

    @Test
    void brokenRulesMakeAMessageInvalidAtTheirPlaces() {
        Session.Outcome done = judge(bad);

        assertThat(done.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(done.out()).contains(", 2 errors\n");
        assertThat(done.err().lines().filter(line -> line.contains("[ERROR]")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("/ChrgBr: ").endsWith("scheme.CB-14"),
                        line -> assertThat(line)
                                .contains("/Cdtr/PstlAdr: ", "lacks town (TwnNm)")
                                .endsWith("scheme.CU-27"));
    }

    @Test
    void theDayPicksTheRelease() {
        Session.Outcome before =
                run("validate", bad.toString(), "--profile", "cbpr-plus", "--as-of", "2026-11-13", "--format", "text");

        assertThat(before.out()).contains("pack cbpr-plus sr2025 ");
        assertThat(before.err()).contains("scheme.CU-24").doesNotContain("scheme.CU-27");
    }

    @Test
    void jsonHasAVerdictOnEachRule() throws IOException {
        JsonNode verdict = new ObjectMapper()
                .readTree(judge(bad, "--format", "json").bytes())
                .get(0);

        assertThat(verdict.path("verdict").asText()).isEqualTo("invalid");
        assertThat(verdict.at("/rules/asOf").asText()).isEqualTo("2026-11-21");
        assertThat(verdict.at("/rules/packs/1/sha256").asText()).hasSize(64);
        assertThat(verdict.at("/rules/rules"))
                .anySatisfy(rule -> assertThat(
                                rule.path("id").asText() + rule.path("outcome").asText())
                        .isEqualTo("scheme.CB-14FAIL"))
                .anySatisfy(rule -> assertThat(
                                rule.path("id").asText() + rule.path("outcome").asText())
                        .isEqualTo("iso.DT-09NOT_RUN"));
    }

    @Test
    void sarifJunitAndHtmlAreReportsOfAllFiles() throws Exception {
        JsonNode sarif =
                new ObjectMapper().readTree(judge(bad, "--format", "sarif").bytes());
        assertThat(sarif.at("/runs/0/results").toString()).contains("scheme.CU-27");

        Document junit = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(judge(bad, "--format", "junit").bytes()));
        assertThat(junit.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(junit.getElementsByTagName("skipped").getLength()).isGreaterThan(10);

        String html = judge(bad, "--format", "html").out();
        assertThat(html).startsWith("<!doctype html>").contains("scheme.CU-27", "sha256:", "not applicable");
    }

    @Test
    void aDayNeedsAProfileAndAProfileMustBeThere() {
        assertThat(run("validate", bad.toString(), "--as-of", "2026-11-21").exitCode())
                .isEqualTo(Exit.USAGE);
        Session.Outcome unknown = run("validate", bad.toString(), "--profile", "cbpr");
        assertThat(unknown.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(unknown.err()).contains("there is no profile 'cbpr'", "wallet-interop");
    }

    @Test
    void rulesAreListedByPackAndMessage() throws IOException {
        String list = run("rules", "list", "--pack", "cbpr-plus", "--message", "camt.056.001.08")
                .out();
        assertThat(list).contains("CB-29", "CB-07").doesNotContain("CB-14", "DT-10");

        JsonNode json = new ObjectMapper()
                .readTree(run("rules", "list", "--pack", "iso", "--format", "json")
                        .bytes());
        assertThat(json).hasSizeGreaterThan(60);
        assertThat(json.get(0).path("id").asText()).isEqualTo("iso.DT-01");
    }

    @Test
    void aRuleIsExplainedByNameOrId() {
        String explained = run("rules", "explain", "CU-27", "--messages").out();

        assertThat(explained)
                .contains("wants", "an address has town and country", "sr2026 from 2026-11-14", "broken by")
                .contains("-CdtTrfTxInf/Cdtr/PstlAdr/TwnNm", "<FIToFICstmrCdtTrf>");
        assertThat(run("rules", "explain", "swift.103.C9").out()).contains("the pack swift-mt");
        Session.Outcome unknown = run("rules", "explain", "CU-72");
        assertThat(unknown.exitCode()).isEqualTo(Exit.NOT_FOUND);
        assertThat(unknown.err()).contains("there is no rule 'CU-72'; did you mean");
    }

    @Test
    void aForecastTellsWhatWillBreakThatHoldsToday() throws IOException {
        Files.copy(SOUND, folder.resolve("sound.xml"));
        String unstructured = Files.readString(SOUND)
                .replaceFirst(
                        "<PstlAdr><StrtNm>LAKE.*</PstlAdr>", "<PstlAdr><AdrLine>12 LAKE STREET</AdrLine></PstlAdr>");
        Files.writeString(folder.resolve("unstructured.xml"), unstructured);
        Files.delete(bad);

        Session.Outcome done =
                run("rules", "forecast", folder.toString(), "--as-of", "2026-11-14", "--since", "2026-11-13");

        assertThat(done.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(done.out())
                .startsWith("2 messages, cbpr-plus as of 2026-11-14 (iso 2025, cbpr-plus sr2026) against 2026-11-13\n")
                .contains("[ERROR] scheme.CU-27, 1 message: ", "unstructured.xml:");
        assertThat(run("rules", "forecast", SOUND.toString(), "--as-of", "2026-11-14", "--since", "2026-11-13")
                        .out())
                .endsWith("nothing breaks that holds today\n");
    }

    @Test
    void coverageListsClausesWithTheFaultsThatTheirRulesFind() {
        Session.Outcome done = run("rules", "coverage", "--pack", "sepa-sct-inst", "--as-of", "2026-12-01");

        assertThat(done.exitCode()).isEqualTo(Exit.DONE);
        assertThat(done.out())
                .startsWith("SEPA Instant Credit Transfer: ")
                .containsPattern("EPC122-16 +SC-08 +3 +[0-9]+ ")
                .contains("ten seconds");
    }
}
