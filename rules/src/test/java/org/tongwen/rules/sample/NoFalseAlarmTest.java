package org.tongwen.rules.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleRelease;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.sample.Samples;

/** No rule that is certain speaks against a sound message. */
class NoFalseAlarmTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final int EACH = 40;
    private static final MessageValidator VALIDATOR = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    private static final List<String> MESSAGES = List.of(
            "head.001.001.02",
            "pacs.008.001.08",
            "pacs.008.001.02",
            "pacs.009.001.08",
            "pacs.003.001.08",
            "pacs.004.001.09",
            "pacs.002.001.10",
            "pacs.028.001.03",
            "pain.001.001.09",
            "pain.001.001.03",
            "pain.002.001.10",
            "camt.055.001.08",
            "camt.056.001.08",
            "camt.029.001.09",
            "camt.053.001.08",
            "pain.013.001.07",
            "acmt.024.001.03");

    /** Rules that messages which are made of nothing but their schemas break, by reason. */
    private static final Map<String, List<String>> NOT_KNOWN_TO_SCHEMAS = Map.of(
            "the schema gives an amount five decimals, whatever its currency", List.of("DT-06"),
            "the schema takes any three letters for a currency; past ones are drawn too", List.of("DT-07"),
            "external codes are drawn as four letters", List.of("DT-18"),
            "totals and numbers are drawn apart from the transactions that they count",
                    List.of("ISO-01", "ISO-02", "ISO-03", "ISO-04", "ISO-05", "ISO-51", "ISO-52", "ISO-53", "ISO-66"),
            "each optional element is drawn for itself, so what excludes or needs another one cannot be known",
                    List.of(
                            "ISO-06", "ISO-07", "ISO-08", "ISO-09", "ISO-14", "ISO-15", "ISO-16", "ISO-17", "ISO-21",
                            "ISO-24", "ISO-25", "ISO-26", "ISO-27", "ISO-28", "ISO-29", "ISO-30", "ISO-32", "ISO-33",
                            "ISO-47", "ISO-56", "ISO-58", "ISO-61", "ISO-63", "ISO-64", "ISO-65", "ISO-81", "ISO-90"),
            "codes, flags and currencies are drawn apart from the elements that depend on them",
                    List.of(
                            "ISO-10", "ISO-11", "ISO-12", "ISO-13", "ISO-18", "ISO-19", "ISO-20", "ISO-22", "ISO-44",
                            "ISO-46", "ISO-50", "ISO-54", "ISO-55", "ISO-60", "ISO-80"),
            "parties are drawn with few elements, so two may be the same", List.of("ISO-34"));

    /** Each rule of the list is broken by some message, so that the list holds no excuse that nobody needs. */
    @Test
    void generatedMessagesBreakNoCertainRuleButThoseThatSchemasDoNotKnow() {
        SortedMap<String, Integer> broken = new TreeMap<>();
        Random random = new Random(20261122);
        for (String id : MESSAGES) {
            Samples samples = new Samples(Catalogue.builtIn().find(id).orElseThrow());
            for (int i = 0; i < EACH; i++) {
                BusinessMessage message = BusinessMessage.of(samples.random(random));
                broken(Rulebook.of(RulePacks.ISO, DAY), message, MessageValidator.check(message))
                        .forEach(rule -> broken.merge(rule.name(), 1, Integer::sum));
            }
        }

        TreeSet<String> excused = new TreeSet<>();
        NOT_KNOWN_TO_SCHEMAS.values().forEach(excused::addAll);
        assertThat(broken.keySet()).isEqualTo(excused);
    }

    /** The good samples of each rule keep all other certain rules of their release, and of the packs that it extends, without exception. */
    @TestFactory
    Stream<DynamicTest> goodSamplesBreakNoOtherCertainRule() {
        return RulePacks.profiles().stream()
                .map(RulePacks::load)
                .flatMap(pack -> last(pack).rules().stream()
                        .map(rule -> dynamicTest(rule.id(), () -> {
                            PackSamples samples = new PackSamples(pack, Catalogue.builtIn());
                            assertThat(rule.samples())
                                    .filteredOn(RuleSample::good)
                                    .allSatisfy(
                                            sample -> assertThat(brokenBy(pack, rule, samples.message(rule, sample)))
                                                    .as(sample.text())
                                                    .isEmpty());
                        })));
    }

    private static RuleRelease last(RulePack pack) {
        return pack.releases().get(pack.releases().size() - 1);
    }

    private static List<String> brokenBy(RulePack pack, Rule rule, SampleMessage message) {
        LocalDate day = rule.until().or(rule::from).orElse(DAY);
        Checked<BusinessMessage> read = VALIDATOR.validate(message.xml());
        return broken(Rulebook.of(pack.name(), day), read.value().orElseThrow(), read.findings())
                .map(Rule::id)
                .toList();
    }

    private static Stream<Rule> broken(Rulebook book, BusinessMessage message, List<Finding> validation) {
        return book.judge(message, validation).verdicts().stream()
                .filter(verdict -> verdict.outcome() == RuleOutcome.FAIL)
                .map(RuleVerdict::rule)
                .filter(Rule::isCertain);
    }
}
