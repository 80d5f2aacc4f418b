package org.tongwen.rules.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.rules.pack.Then;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;

/** Each rule is proved by its own samples: it passes the good ones and fails the bad ones, which only the rule stands against. */
class PackSamplesTest {

    private static Stream<RulePack> packs() {
        return RulePacks.profiles().stream().map(RulePacks::load);
    }

    @TestFactory
    Stream<DynamicTest> samplesProveTheirRules() {
        return packs().flatMap(pack -> {
            PackCheck check = new PackCheck(RuleLibrary.builtIn(), pack, Catalogue.builtIn());
            return pack.releases().stream()
                    .flatMap(release -> release.rules().stream()
                            .flatMap(rule -> rule.samples().stream()
                                    .map(sample -> dynamicTest(
                                            release.name() + " " + rule.id() + (sample.good() ? " good " : " bad ")
                                                    + sample.text(),
                                            () -> assertThat(check.proof(rule, sample))
                                                    .isEmpty()))));
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsWrongWithAnyPack() {
        return packs().map(pack -> dynamicTest(
                pack.name(),
                () -> assertThat(new PackCheck(RuleLibrary.builtIn(), pack, Catalogue.builtIn()).findings())
                        // What is forbidden is fine where it is absent, as in every sound message.
                        .isEmpty()));
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
