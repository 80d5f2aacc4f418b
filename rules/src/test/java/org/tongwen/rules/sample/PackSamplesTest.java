package org.tongwen.rules.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.pack.Edition;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleRelease;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.rules.pack.Then;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;

/** Each rule is proved by its own samples: it passes the good ones and fails the bad ones, which only the rule stands against. */
class PackSamplesTest {

    private static final MessageValidator VALIDATOR = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    private static Stream<RulePack> packs() {
        return RulePacks.profiles().stream().map(RulePacks::load);
    }

    /** The days on which to try: one for each release. */
    private static LocalDate day(RuleRelease release) {
        return release.from().or(release::until).orElse(LocalDate.of(2026, 12, 1));
    }

    @TestFactory
    Stream<DynamicTest> samplesProveTheirRules() {
        return packs().flatMap(pack -> pack.releases().stream().flatMap(release -> {
            Rulebook book = Rulebook.alone(pack.name(), day(release));
            PackSamples samples = new PackSamples(pack, Catalogue.builtIn());
            return book.editions().stream()
                    .map(Edition::rules)
                    .flatMap(List::stream)
                    .flatMap(rule -> rule.samples().stream()
                            .map(sample -> dynamicTest(
                                    release.name() + " " + rule.id() + (sample.good() ? " good " : " bad ")
                                            + sample.text(),
                                    () -> proves(book, rule, sample, samples.message(rule, sample)))));
        }));
    }

    private static void proves(Rulebook book, Rule rule, RuleSample sample, SampleMessage message) {
        String xml = new String(message.xml(), StandardCharsets.UTF_8);
        Checked<BusinessMessage> read = VALIDATOR.validate(message.xml());
        boolean bySchema = rule.then() instanceof Then.BuiltIn;
        if (bySchema && !sample.good() && read.value().isEmpty()) {
            assertThat(read.findings()).as(xml).isNotEmpty();
            return;
        }
        if (!(bySchema && !sample.good())) {
            assertThat(read.findings())
                    .as(xml)
                    .noneMatch(finding -> finding.id().startsWith("xsd."));
        }
        RuleVerdict verdict = book.judge(read.value().orElseThrow(), read.findings()).verdicts().stream()
                .filter(one -> one.rule().id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.outcome())
                .as(verdict.reason() + xml)
                .isEqualTo(sample.good() ? RuleOutcome.PASS : RuleOutcome.FAIL);
        assertThat(verdict.breaches().stream()
                        .map(breach -> breach.finding().place().path()))
                .allMatch(path -> path.startsWith("/"));
    }

    @TestFactory
    Stream<DynamicTest> basesAreSoundInTheLastRelease() {
        return packs().flatMap(pack -> pack.releases().stream()
                .skip(pack.releases().size() - 1L)
                .flatMap(release -> new PackSamples(pack, Catalogue.builtIn())
                        .bases().entrySet().stream()
                                .map(base -> dynamicTest(
                                        pack.name() + " " + release.name() + " " + base.getKey(),
                                        () -> assertThat(findings(pack, release, base.getValue()))
                                                .isEmpty()))));
    }

    private static List<Finding> findings(RulePack pack, RuleRelease release, SampleMessage base) {
        Checked<BusinessMessage> read = VALIDATOR.validate(base.xml());
        return Stream.concat(
                        read.findings().stream(),
                        Rulebook.of(pack.name(), day(release))
                                .judge(read.value().orElseThrow(), read.findings())
                                .findings()
                                .stream())
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    @Test
    void eachRuleHasWordsAndSamplesOfBothKinds() {
        assertThat(packs().flatMap(pack -> pack.rules().stream())).allSatisfy(rule -> {
            assertThat(rule.words()).as(rule.id()).isNotBlank();
            assertThat(rule.scope().isEmpty()
                            && rule.question().anywhere().isEmpty()
                            && !(rule.then() instanceof Then.BuiltIn))
                    .as(rule.id() + " is for all messages, so it must say of which elements it is asked")
                    .isFalse();
            if (!(rule.then() instanceof Then.NotRun)) {
                assertThat(rule.samples()).as(rule.id()).anyMatch(sample -> !sample.good());
                // What is forbidden is fine where it is absent, as in every base.
                assertThat(rule.then() instanceof Then.Forbidden
                                || rule.samples().stream().anyMatch(RuleSample::good))
                        .as(rule.id())
                        .isTrue();
            }
        });
    }

    @Test
    void onlyWhatIsCertainIsAnError() {
        assertThat(packs().flatMap(pack -> pack.rules().stream()))
                .allSatisfy(rule -> assertThat(rule.severity() == Severity.ERROR && !rule.isCertain())
                        .as(rule.id())
                        .isFalse());
    }
}
