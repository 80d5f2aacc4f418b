package org.tongwen.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

class RulePackReaderTest {

    private static final String HEAD = """
            pack: ours
            prefix: ours.{file}
            title: Our rules
            files: {payments: [pacs.008], others: [camt.053]}
            lists:
              NEAR: [DE, FR]
            """;

    private static final String RULES = """
            title: Payments
            for: pacs.008
            rules:
              R1:
                words: an amount is not zero
                each: [A, B.C]
                when: /Ctry in NEAR
                then: Amt > 0
                at: Amt
                confidence: B
                from: 2026-11-14
                until: 2027-11-13
                good: <Amt>1</Amt>
            """;

    private static Checked<RulePack> read(String head, String rules) {
        Map<String, String> files = Map.of("pack.yaml", head, "payments.yaml", rules);
        return RulePackReader.read(
                file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                messages -> messages.contains("pacs.008"),
                RuleNames.UNCHECKED);
    }

    @Test
    void aRuleIsReadWithAllItSays() {
        Checked<RulePack> pack = read(HEAD, RULES);

        assertThat(pack.findings()).isEmpty();
        assertThat(pack.value().orElseThrow().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("ours.payments.R1");
            assertThat(rule.severity()).isEqualTo(Severity.WARNING);
            assertThat(rule.confidence()).isEqualTo(Confidence.B);
            assertThat(rule.isFor("pacs.008.001.08")).isTrue();
            assertThat(rule.isFor("pacs.0081")).isFalse();
            assertThat(rule.samples())
                    .containsExactly(new RuleSample(
                            true, "<Amt>1</Amt>", Place.of(13, 11, "").in("payments.yaml")));
            assertThat(rule.paths().map(Object::toString))
                    .containsExactly("A", "/Ctry", "A.Amt", "A.Amt", "B.C", "/Ctry", "B.C.Amt", "B.C.Amt");
        });
    }

    @Test
    void aRuleHoldsFromItsFirstDayToItsLast() {
        Rule rule = read(HEAD, RULES).value().orElseThrow().rules().get(0);

        assertThat(List.of("2026-11-13", "2026-11-14", "2027-11-13", "2027-11-14").stream()
                        .map(day -> rule.isInForce(LocalDate.parse(day))))
                .containsExactly(false, true, true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "then: Amt > 0;then: Amt >;condition.Syntax 8:16",
                "/Ctry in NEAR;/Ctry in NEER;condition.UnknownList 7:20",
                "then: Amt > 0;then: 'Amt >';condition.Syntax 8:17",
                "at: Amt;at: Amt.;condition.Syntax 9:13",
                "then: Amt > 0;so: Amt;rules.MissingKey 5:5,rules.UnknownKey 8:5",
                "confidence: B;confidence: D;rules.Form 5:5",
                "from: 2026-11-14;from: soon;rules.Form 5:5",
                "title: Payments;title: [a];rules.MissingKey 1:1",
            })
    void eachMistakeIsFoundWhereItStands(String from, String to, String expected) {
        assertThat(RULES).contains(from);
        assertThat(read(HEAD, RULES.replace(from, to)).findings().stream()
                        .sorted()
                        .map(finding -> finding.id() + " " + finding.place().line() + ":"
                                + finding.place().column()))
                .containsExactly(expected.split(","));
    }

    @Test
    void aFileThatIsNotThereIsFound() {
        assertThat(read(HEAD.replace("camt.053", "pacs.008"), RULES).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().document()).isEqualTo("others.yaml"));
    }

    @Test
    void aRuleIsAskedOnlyOfWhatAMessageCanHave() {
        RulePack pack = read(HEAD, RULES).value().orElseThrow();

        assertThat(pack.among(path -> path.toString().equals("A")).rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.each()).hasToString("[A]"));
        assertThat(pack.among(path -> false).rules()).isEmpty();
    }
}
