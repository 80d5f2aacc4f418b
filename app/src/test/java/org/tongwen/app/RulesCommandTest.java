package org.tongwen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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
        assertThat(sarif.at("/runs/0/properties").toString())
                .contains("\"profile\":\"cbpr-plus\"", "\"asOf\":", "\"pack cbpr-plus", "sha256:");

        Document junit = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(judge(bad, "--format", "junit").bytes()));
        assertThat(junit.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(junit.getElementsByTagName("skipped").getLength()).isGreaterThan(10);
        assertThat(IntStream.range(0, junit.getElementsByTagName("property").getLength())
                        .mapToObj(junit.getElementsByTagName("property")::item)
                        .map(Element.class::cast)
                        .filter(property -> property.getAttribute("name").startsWith("pack "))
                        .map(property -> property.getAttribute("value")))
                .isNotEmpty()
                .allMatch(digest -> digest.matches("sha256:[0-9a-f]{64}"));

        String html = judge(bad, "--format", "html").out();
        assertThat(html).startsWith("<!doctype html>").contains("scheme.CU-27", "sha256:", "not applicable");
        // The heading names the file; on a telephone there is no room to repeat it, and cells stand one below the
        // other.
        assertThat(html.substring(html.indexOf("</h2>"))).doesNotContain("bad.xml");
        assertThat(html).contains("@media (max-width:40rem)");
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
                .endsWith("nothing breaks that holds on 2026-11-13\n");
    }

    @Test
    void aForecastLooksForward() {
        Session.Outcome back =
                run("rules", "forecast", SOUND.toString(), "--as-of", "2026-11-12", "--since", "2026-11-13");

        assertThat(back.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(back.err()).contains("2026-11-12 does not come after 2026-11-13", "--since");
    }

    @Test
    void rulesOfAMessageThatThereIsNotAreNotListed() {
        assertThat(run("rules", "list", "--message", "pacs.008.001.88").exitCode())
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(run("rules", "list", "--message", "pacs.008").out()).contains("CB-14", "ISO-22");
    }

    @Test
    void networkRulesAreListedTooAndNotCovered() {
        assertThat(run("rules", "list", "--pack", "swift-mt", "--message", "103")
                        .out())
                .contains("swift-mt  C9");
        Session.Outcome covered = run("rules", "coverage", "--pack", "swift-mt");
        assertThat(covered.exitCode()).isEqualTo(Exit.USAGE);
        assertThat(covered.err()).contains("docs/mt-rules.md");
    }

    @Test
    void whatTheValidatorItselfFindsIsExplained() {
        assertThat(run("rules", "explain", "iso.NbOfTxs").out()).contains("of the validator itself", "iso.ISO-01");
        assertThat(run("rules", "explain", "xsd.Pattern").out()).contains("repair", "iso.DT-12");
        assertThat(run("rules", "explain", "xsd.Patern").err()).contains("did you mean 'xsd.Pattern'?");
    }

    @Test
    void aMistakeInAPackOfOnesOwnIsAFindingAtItsPlaceForEveryCommand() throws IOException {
        Path rules = ownPack("each: //CdtTrfTxInf\n    then: ChrgBrr = 'SHAR'");
        String[][] commands = {
            {"rules", "check", rules.toString()},
            {"rules", "list", "--rules", rules.toString()},
            {"rules", "explain", "R1", "--rules", rules.toString()},
            {"validate", SOUND.toString(), "--profile", "ours", "--rules", rules.toString()},
        };

        for (String[] command : commands) {
            Session.Outcome done = run(command);
            assertThat(done.exitCode()).as(String.join(" ", command)).isEqualTo(Exit.FINDINGS);
            assertThat(done.err())
                    .contains(
                            "transfers.yaml:6:11: ",
                            "There is no ChrgBrr",
                            "did you mean ChrgBr?",
                            "rules.UnknownElement");
        }
    }

    /** Pieces of a sound pack, and what somebody may write instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "pack: ours;pack: [ours;",
                "pack: ours;pack: [ours];rules.MissingKey",
                "pack: ours;pack: others;rules.Form",
                "pack: ours;pack: iso;rules.Form",
                "title: Ours;;rules.MissingKey",
                "extends: iso;extends: izo;rules.UnknownPack",
                "extends: iso;extends: ours;",
                "files: {transfers: [pacs.008]};files: transfers;",
                "files: {transfers: [pacs.008]};files: {transfer: []};rules.MissingFile",
                "files: {transfers: [pacs.008]};files: {transfers: [pacs.88]};rules.UnknownMessage",
                "extends: iso;releases: {one: {from: soon, files: [transfers]}};rules.Form",
                "extends: iso;releases: {one: {from: 2027-01-01, until: 2026-01-01, files: [transfers]}};rules.Form",
                "extends: iso;releases: {one: {files: [others]}};rules.MissingFile",
                "extends: iso;releases: one;",
                "bases: {pacs.008.001.08: pacs.008.001.08.xml};bases: {pacs.008.001.08: none.xml};rules.SampleForm",
                "bases: {pacs.008.001.08: pacs.008.001.08.xml};bases: {};rules.SampleForm",
                "bases: {pacs.008.001.08: pacs.008.001.08.xml};bases: {pacs.008.001.08: [a]};rules.SampleForm",
                "bases: {pacs.008.001.08: pacs.008.001.08.xml};bases: {pacs.008.001.08: pack.yaml};rules.SampleForm",
            })
    void noMistakeInAPackIsAnInternalError(String from, @Nullable String to, @Nullable String id) throws IOException {
        Path rules = ownPack(
                "each: //CdtTrfTxInf\n    then: ChrgBr = 'SHAR'\n    good: \"\"\n    bad: CdtTrfTxInf/ChrgBr=DEBT");
        Path head = rules.resolve("ours/pack.yaml");
        assertThat(Files.readString(head)).contains(from);
        Files.writeString(head, Files.readString(head).replace(from, to == null ? "" : to));

        Session.Outcome done = run("rules", "check", rules.toString());

        assertThat(done.exitCode()).as(done.err()).isIn(Exit.DONE, Exit.FINDINGS);
        assertThat(done.err()).contains(id == null ? "" : id);
        for (String command : new String[] {"coverage --pack ours", "explain R1 --messages", "list"}) {
            String[] words = ("rules " + command + " --rules").split(" ");
            String[] all = Arrays.copyOf(words, words.length + 1);
            all[words.length] = rules.toString();
            assertThat(run(all).exitCode()).as(command).isNotEqualTo(Exit.INTERNAL);
        }
    }

    @Test
    void aSampleThatDoesNotProveItsRuleIsFoundWhereItStands() throws IOException {
        Path rules = ownPack("each: //CdtTrfTxInf\n    then: ChrgBr = 'SHAR'\n    good: CdtTrfTxInf/ChrgBr=DEBT\n"
                + "    bad: CdtTrfTxInf/ChrgBr=NONE");

        Session.Outcome done = run("rules", "check", rules.toString());

        assertThat(done.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(done.err())
                .contains("transfers.yaml:7:11: ", "The good sample of R1 comes out as FAIL", "rules.SampleFails")
                .contains(
                        "transfers.yaml:8:10: ",
                        "The bad sample of R1 is not valid by its schema",
                        "rules.SampleInvalid");
        assertThat(done.out()).isEqualTo("ours: 1 rule, 2 samples, 2 errors\n");
    }

    @Test
    void aPackOfOnesOwnIsAskedListedForecastAndCovered() throws IOException {
        Path rules = ownPack("each: //CdtTrfTxInf\n    then: ChrgBr = 'DEBT'\n    from: 2027-01-01\n"
                + "    good: CdtTrfTxInf/ChrgBr=DEBT\n    bad: \"\"");

        Session.Outcome judged = run(
                "validate",
                SOUND.toString(),
                "--profile",
                "ours",
                "--as-of",
                "2027-01-01",
                "--rules",
                rules.toString());
        assertThat(judged.exitCode()).isEqualTo(Exit.FINDINGS);
        assertThat(judged.err()).contains("ours.R1");
        assertThat(run("rules", "list", "--pack", "ours", "--rules", rules.toString())
                        .out())
                .startsWith("ours  R1");
        assertThat(run(
                                "rules",
                                "forecast",
                                SOUND.toString(),
                                "--profile",
                                "ours",
                                "--as-of",
                                "2027-01-01",
                                "--since",
                                "2026-12-31",
                                "--rules",
                                rules.toString())
                        .out())
                .contains("[ERROR] ours.R1, 1 message: ");
        assertThat(run("rules", "coverage", "--pack", "ours", "--as-of", "2027-01-01", "--rules", rules.toString())
                        .out())
                .containsPattern("R1 +2 +[0-9]+ ");
    }

    /** A pack with one rule. */
    private Path ownPack(String rule) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("rules/ours"));
        Files.writeString(pack.resolve("pack.yaml"), """
                pack: ours
                prefix: ours
                title: Ours
                extends: iso
                files: {transfers: [pacs.008]}
                bases: {pacs.008.001.08: pacs.008.001.08.xml}
                """);
        Files.writeString(
                pack.resolve("transfers.yaml"),
                "title: Transfers\nrules:\n  R1:\n    words: charges are shared\n    " + rule
                        + "\n    confidence: A\n");
        return folder.resolve("rules");
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
