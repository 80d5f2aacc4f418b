package org.tongwen.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongwen.rules.sample.PackSamples;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** Each rule has a verdict, and one that could not be asked is never a pass. */
class JudgementTest {

    private static final String RULES = """
            title: All kinds
            rules:
              holds: {words: it holds, each: //CdtTrfTxInf, then: ChrgBr = 'SHAR', confidence: A}
              fails: {words: it fails, each: //ChrgBr, then: . = 'DEBT', confidence: A}
              nowhere: {words: it speaks of nothing, each: //SplmtryData, then: x, confidence: A}
              never: {words: its case does not arise, each: //ChrgBr, when: . = 'CRED', then: x, confidence: A}
              not-run: {words: it needs a directory, each: //BICFI, not-run: there is no directory}
              not-run-nowhere: {words: it needs a directory, each: //LEI, not-run: there is no directory}
              xpath: {words: XPath is asked, each: //CdtTrfTxInf, xpath: "string-length(Dbtr/Nm) gt 3 and /Message/AppHdr/Fr", confidence: A}
              wrong: {words: XPath is at fault, each: //CdtTrfTxInf, xpath: "xs:integer(ChrgBr) gt 3", confidence: A}
              reads: {words: XPath reads nothing else, each: //CdtTrfTxInf, xpath: "doc('file:///etc/hosts')/x", confidence: A}
              text: {words: XPath reads no text either, each: //CdtTrfTxInf, xpath: "unparsed-text('file:///etc/hosts') = ChrgBr", confidence: A}
              built-in: {words: the validator checks it, each: //NbOfTxs, built-in: iso.NbOfTxs, confidence: A}
              table:
                words: one way fits
                each: //Dbtr
                table:
                  - {words: a BIC, all: [Id/OrgId/AnyBIC]}
                  - {words: name and birth, all: [Nm, Id/PrvtId, CtryOfRes]}
                confidence: B
            """;

    private static final BusinessMessage MESSAGE = read(PackSamplesAccess.message());

    private static BusinessMessage read(byte[] xml) {
        return new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
                .read(xml)
                .value()
                .orElseThrow();
    }

    /** The sound message of the pack for correspondents. */
    private static final class PackSamplesAccess {
        static byte[] message() {
            return Optional.ofNullable(new PackSamples(RulePacks.load("cbpr-plus"), Catalogue.builtIn())
                            .bases()
                            .get("pacs.008.001.08"))
                    .orElseThrow()
                    .xml();
        }
    }

    private static RulePack pack() {
        Map<String, String> files =
                Map.of("pack.yaml", "pack: ours\nprefix: ours\ntitle: Ours\nfiles: {all: []}\n", "all.yaml", RULES);
        return RulePackReader.read(
                        file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        messages -> true,
                        RuleNames.UNCHECKED)
                .value()
                .orElseThrow();
    }

    private static MessageRulebook rulebook() {
        return new MessageRulebook(pack().rules(), List.of("head.001.001.02", "pacs.008.001.08"));
    }

    private static Judgement judgement(List<Finding> validation) {
        MessageRulebook rulebook = rulebook();
        return new Judgement(List.of(), rulebook.verdicts(rulebook.ask(MESSAGE), validation));
    }

    @Test
    void everyRuleHasAVerdictWithItsReason() {
        assertThat(judgement(List.of()).verdicts())
                .extracting(verdict -> verdict.rule().name() + " " + verdict.outcome())
                .containsExactly(
                        "holds PASS",
                        "fails FAIL",
                        "nowhere NOT_APPLICABLE",
                        "never NOT_APPLICABLE",
                        "not-run NOT_RUN",
                        "not-run-nowhere NOT_APPLICABLE",
                        "xpath PASS",
                        "wrong ERROR",
                        "reads ERROR",
                        "text ERROR",
                        "built-in PASS",
                        "table FAIL");
        assertThat(judgement(List.of()).verdicts())
                .filteredOn(verdict -> verdict.outcome() != RuleOutcome.PASS)
                .allSatisfy(verdict -> assertThat(verdict.reason()).isNotBlank());
    }

    @Test
    void aRuleThatCouldNotBeAskedLeavesNoJudgement() {
        Judgement judgement = judgement(List.of());

        assertThat(judgement.isComplete()).isFalse();
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.id().equals("rules.Error"))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
        assertThatThrownBy(() -> rulebook().ask(MESSAGE).complete()).isInstanceOf(RulesException.class);
    }

    @Test
    void whatTheValidatorFindsBreaksARuleThatIsBuiltInWhereItIsAsked() {
        String path = "/Document/FIToFICstmrCdtTrf/GrpHdr/NbOfTxs";
        Finding there =
                Finding.error("iso.NbOfTxs", MESSAGE.document().root().place().path(path), "wrong");
        Finding elsewhere = there.at(there.place().path("/Document/FIToFICstmrCdtTrf/Other/Number"));

        assertThat(outcome(there)).isEqualTo(RuleOutcome.FAIL);
        assertThat(outcome(elsewhere)).isEqualTo(RuleOutcome.PASS);
    }

    private static RuleOutcome outcome(Finding finding) {
        return judgement(List.of(finding)).verdicts().stream()
                .filter(verdict -> verdict.rule().name().equals("built-in"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void aTableNamesTheRowThatCameNearest() {
        assertThat(judgement(List.of()).findings())
                .filteredOn(finding -> finding.id().equals("ours.table"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("one way fits; nearest is: a BIC, which needs [Id.OrgId.AnyBIC]"));
    }

    @Test
    void theDigestIsOfWhatAPackSaysNotOfHowItIsWritten() {
        String digest = digest(RULES);

        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(digest("# a remark\n" + RULES));
        assertThat(digest(RULES.replace("'DEBT'", "'CRED'"))).isNotEqualTo(digest);
    }

    private static String digest(String rules) {
        Map<String, String> files =
                Map.of("pack.yaml", "pack: ours\ntitle: Ours\nfiles: {all: []}\n", "all.yaml", rules);
        return RulePackReader.read(
                        file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        messages -> true,
                        RuleNames.UNCHECKED)
                .value()
                .orElseThrow()
                .releases()
                .get(0)
                .digest();
    }

    @Test
    void blanksPrefixesAndCommentsChangeNoVerdict() {
        String xml = new String(PackSamplesAccess.message(), StandardCharsets.UTF_8);
        String namespace = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";
        int start = xml.indexOf("<Document");
        String document = xml.substring(start, xml.indexOf("</Document>") + "</Document>".length());
        String prefixed = document.replaceAll("<(/?)([A-Z])", "<$1p:$2")
                .replace("xmlns=\"" + namespace, "xmlns:p=\"" + namespace);
        List<String> variants = List.of(
                xml,
                xml.replace("><", ">\n\t <"),
                xml.replace("<PmtId>", "<!-- x --><PmtId>"),
                xml.replace(document, prefixed));

        List<List<String>> verdicts = variants.stream()
                .map(variant -> {
                    BusinessMessage message = read(variant.getBytes(StandardCharsets.UTF_8));
                    return Rulebook.of("cbpr-plus", java.time.LocalDate.of(2026, 11, 21))
                            .judge(message, List.of())
                            .verdicts()
                            .stream()
                            .map(verdict -> verdict.rule().id() + verdict.outcome())
                            .toList();
                })
                .toList();
        assertThat(IntStream.range(1, 4))
                .allSatisfy(i -> assertThat(verdicts.get(i)).isEqualTo(verdicts.get(0)));
    }
}
