package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.pack.Confidence;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** Each network rule is proved by its own samples: it finds the bad ones, and nothing is found in the good ones. */
class MtRulesTest {

    private static final RulePack PACK = RulePacks.load(RulePacks.SWIFT_MT);
    private static final Map<String, RuledSource> SOURCES = new HashMap<>();

    private static RuledSource source(String type) {
        return SOURCES.computeIfAbsent(
                type, key -> new RuledSource(Layout.load(key).orElseThrow()));
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
                                .anyMatch(type -> isKnown(path, source(type).schema()))));
    }

    private static boolean isKnown(Path path, SourceField schema) {
        Optional<SourceField> field = Optional.of(schema);
        for (Path.Step step : path.steps()) {
            field = field.flatMap(above -> above.field(step.name()));
        }
        return field.isPresent();
    }
}
