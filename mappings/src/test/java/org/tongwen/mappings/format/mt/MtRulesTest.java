package org.tongwen.mappings.format.mt;

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
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.pack.Confidence;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** Each network rule is proved by its own samples: it finds the bad ones, and nothing is found in the good ones. */
class MtRulesTest {

    private static final RulePack PACK = RulePacks.load(RulePacks.SWIFT_MT);

    private static RuledSource source(String type) {
        return MtFormat.source(type).orElseThrow();
    }

    private static Checked<Tree> read(RuleMessage message) {
        return source(message.type()).read(message.text().getBytes(StandardCharsets.UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> samples() {
        return PACK.rules().stream()
                .flatMap(rule -> rule.samples().stream()
                        .map(sample -> dynamicTest(
                                rule.id() + (sample.good() ? " good " : " bad ") + sample.text(),
                                () -> proves(rule, sample))));
    }

    private static void proves(Rule rule, RuleSample sample) {
        RuleMessage message = RuleMessage.of(PACK, rule, sample);
        List<Finding> findings = read(message).findings();
        if (sample.good()) {
            assertThat(findings).as(message.text()).isEmpty();
            return;
        }
        assertThat(findings).as(message.text()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.id()).isEqualTo(rule.id());
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.place().path()).isNotEmpty();
        });
    }

    @Test
    void eachRuleHasSamplesOfBothKinds() {
        assertThat(PACK.rules()).hasSizeGreaterThan(70).allSatisfy(rule -> {
            assertThat(rule.samples())
                    .as(rule.id())
                    .extracting(RuleSample::good)
                    .contains(true, false);
            assertThat(rule.words()).as(rule.id()).isNotEmpty();
            assertThat(rule.scope()).as(rule.id()).isNotEmpty();
        });
    }

    @Test
    void thePackSaysWhichFilesHaveTheRulesOfAType() {
        PACK.rules().stream()
                .flatMap(rule -> rule.scope().stream())
                .distinct()
                .forEach(type -> assertThat(
                                RulePacks.load(RulePacks.SWIFT_MT, type).rules())
                        .as(type)
                        .extracting(Rule::id)
                        .isEqualTo(PACK.of(type).rules().stream().map(Rule::id).toList()));
    }

    @Test
    void onlyWhatIsCertainRefusesAMessage() {
        assertThat(PACK.rules())
                .allSatisfy(rule -> assertThat(rule.severity() == Severity.ERROR)
                        .as(rule.id())
                        .isEqualTo(rule.confidence() == Confidence.A));
    }

    @Test
    void rulesOfTheNetworkHoldOnAllDays() {
        assertThat(PACK.rules())
                .allSatisfy(
                        rule -> assertThat(List.of(rule.from(), rule.until())).containsOnly(Optional.empty()));
    }

    @Test
    void eachFieldThatARuleReadsIsAFieldOfOneOfItsTypes() {
        PACK.rules()
                .forEach(rule -> rule.paths()
                        .forEach(path -> assertThat(rule.scope())
                                .as(rule.id() + " " + path)
                                .anyMatch(type ->
                                        MtRules.isKnown(path, source(type).schema()))));
    }

    private static Finding onlyOf(Checked<?> checked) {
        assertThat(checked.findings()).hasSize(1);
        return checked.findings().get(0);
    }

    private static byte[] bytes(String text) {
        return Mt.crLf(text).getBytes(StandardCharsets.UTF_8);
    }

    private static final String SOUND = """
            {1:F01JINHCNSHAXXX0000000000}{2:I103NORDUS33XXXXN}{3:{119:STP}}{4:
            :20:SH261204-0017
            :23B:CRED
            :32A:261204USD48250,75
            :50K:/6222021001123344556
            HANGZHOU SILK TRADING CO LTD
            :56A:PACBUS6S
            :57A:LAKEUS44
            :59:/40021877
            LAKESIDE FABRICS INC
            :71A:SHA
            -}""";

    @Test
    void aMessageThatIsMadeIsNotGivenOutWhenItBreaksARule() {
        Tree tree = source("103").read(bytes(SOUND)).value().orElseThrow();
        tree.remove("_57a");
        Checked<byte[]> written = source("103").write(tree);

        assertThat(written.value()).isEmpty();
        Finding finding = onlyOf(written);
        assertThat(finding.id()).isEqualTo("swift.103.C9");
        assertThat(finding.place()).hasToString("7:6 4:56A");
        assertThat(finding.hint()).isEqualTo("the ISO message has IntrmyAgt1, but no CdtrAgt; network error C81");
    }

    @Test
    void valuesFromNowhereAreNamedByTheirField() {
        assertThat(Stream.of("/_32A/currency", "/_71F/1/amount", "/B/0/_56a", "/line/2/_61/amount", "/user/_119")
                        .map(FieldPath::ofPointer))
                .containsExactly("4:32A.currency", "4:71F[2].amount", "4:B[1]/56a", "4:line[3]/61.amount", "3:119");
    }

    @Test
    void rulesAreNotAskedOfFieldsThatAreNotSound() {
        byte[] message = bytes(SOUND.replace("CRED", "CREX").replace(":57A:LAKEUS44\n", ""));

        assertThat(onlyOf(source("103").read(message)).id()).isEqualTo("mt.Format");
    }

    @Test
    void aTypeWithoutRulesIsReadAllTheSame() {
        assertThat(new MtRules("999", SourceField.object(true, Map.of())).check(Tree.object(Place.NOWHERE)))
                .isEmpty();
    }
}
