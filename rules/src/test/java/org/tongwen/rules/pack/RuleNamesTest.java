package org.tongwen.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** A misspelt name is found where it stands, with the name that was meant. */
class RuleNamesTest {

    private static final RuleNames NAMES = new RuleNames(Catalogue.builtIn());

    private static final String RULES = """
            title: Ours
            for: pacs.008
            rules:
              R1:
                words: a debtor has a name
                each: //CdtTrfTxInf/Dbtr
                when: Id.OrgId and ../PmtId/EndToEndId
                then: Nm and /AppHdr/BizSvc = 'x' and not ../IntrBkSttlmAmt@Ccy = 'XXX'
                at: [PstlAdr, Nm]
                told-by: xsd.Pattern
                confidence: A
              R2:
                words: an address has a town
                each: //PstlAdr
                demand: [TwnNm, Ctry]
                confidence: A
              R3:
                words: numbers are right
                each: //GrpHdr/NbOfTxs
                built-in: iso.NbOfTxs
                confidence: A
              R4:
                words: the name is not the creditor's
                each: //CdtTrfTxInf
                xpath: "Dbtr/Nm != Cdtr/Nm"
                confidence: A
            """;

    private static List<Finding> findings(String rules) {
        Map<String, String> files =
                Map.of("pack.yaml", "pack: ours\ntitle: Ours\nfiles: {all: [pacs.008]}\n", "all.yaml", rules);
        return RulePackReader.read(
                        file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        messages -> true,
                        NAMES)
                .findings();
    }

    @Test
    void rightNamesAreNoFinding() {
        assertThat(findings(RULES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "for: pacs.008;for: pacs.08;rules.UnknownMessage 2:6 did you mean pacs.008?",
                "//CdtTrfTxInf/Dbtr;//CdtTrfTxInf/Debtr;rules.UnknownElement 6:25 did you mean Dbtr?",
                "Id.OrgId and;Id.OrgIdd and;rules.UnknownElement 7:14 did you mean OrgId?",
                "../PmtId/EndToEndId;../PmtId/EndToEnd;rules.UnknownElement 7:33 did you mean EndToEndId?",
                "then: Nm and;then: Name and;rules.UnknownElement 8:11",
                "/AppHdr/BizSvc;/AppHdr/BizSv;rules.UnknownElement 8:26 did you mean BizSvc?",
                "IntrBkSttlmAmt@Ccy;IntrBkSttlmAmt@Cyy;rules.UnknownElement 8:65 did you mean Ccy?",
                "[PstlAdr, Nm];[PstlAddr, Nm];rules.UnknownElement 9:10 did you mean PstlAdr?",
                "xsd.Pattern;xsd.Patern;rules.UnknownFinding 10:14 did you mean xsd.Pattern?",
                "[TwnNm, Ctry];[TwnNm, Ctri];rules.UnknownElement 15:21 did you mean Ctry?",
                "iso.NbOfTxs;iso.NbOfTx;rules.UnknownFinding 20:15 did you mean iso.NbOfTxs?",
            })
    void eachMisspeltNameIsFoundWhereItStands(String from, String to, String expected) {
        assertThat(RULES).contains(from);
        assertThat(findings(RULES.replaceFirst(java.util.regex.Pattern.quote(from), to)).stream()
                        .map(finding -> (finding.id() + " " + finding.place().line() + ":"
                                        + finding.place().column() + " " + finding.hint())
                                .strip()))
                .contains(expected);
    }

    @Test
    void whatIsNoXPathIsFoundWhenThePackIsRead() {
        assertThat(findings(RULES.replace("Dbtr/Nm != Cdtr/Nm", "Dbtr/Nm !! Cdtr/Nm")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("rules.XPath");
                    assertThat(finding.place().line()).isEqualTo(25);
                });
    }

    @TestFactory
    Stream<DynamicTest> noPackOfOursHasAMisspeltName() {
        return RulePacks.profiles().stream()
                .map(name -> dynamicTest(name, () -> {
                    Checked<RulePack> pack = RulePackReader.read(
                            file -> RulePacks.content("/packs/" + name + "/" + file), messages -> true, NAMES);
                    assertThat(pack.findings()).isEmpty();
                }));
    }
}
