package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.ProfileJudge;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;

/** The plan {@code cbpr-plus} and the rule pack of that name were written apart; they say the same of every message. */
class CbprPlusTest {

    private final Plan plan = Plans.find("cbpr-plus").orElseThrow().value().orElseThrow();
    private final Judge pack =
            ProfileJudge.of("cbpr-plus", LocalDate.of(2026, 11, 23)).judge();

    @TestFactory
    Stream<DynamicTest> thePackMeetsEveryRequirement() {
        return TestRuns.run(plan, pack).stream()
                .map(result -> dynamicTest(result.requirement().id(), () -> {
                    assertThat(result.cases()).extracting(CaseResult::reason).containsOnly("");
                    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
                }));
    }

    @Test
    void everyRequirementHasMessagesThatAreAcceptedAndOthersThatAreRefused() {
        assertThat(plan.requirements()).allSatisfy(requirement -> {
            Set<Verdict> verdicts = plan.casesOf(requirement).stream()
                    .map(MessageCase.class::cast)
                    .map(MessageCase::verdict)
                    .collect(Collectors.toSet());
            assertThat(verdicts).as(requirement.id()).containsExactlyInAnyOrder(Verdict.VALID, Verdict.INVALID);
        });
    }

    @Test
    void aJudgeThatKnowsOnlyTheDefinitionsFailsWhereverARuleIsBroken() {
        Judge definitions = ProfileJudge.of("", LocalDate.of(2026, 11, 23)).judge();

        assertThat(TestRuns.run(plan, definitions))
                .filteredOn(result -> result.requirement().id().startsWith("CP-C"))
                .filteredOn(result -> result.outcome() == Outcome.PASS)
                .extracting(result -> result.requirement().id())
                .containsExactlyInAnyOrder("CP-CAMT056", "CP-CAMT029", "CP-CB-11", "CP-CB-19");
    }
}
