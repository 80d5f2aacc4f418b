package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.Judgement;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** Our own reader is put through the plan {@code message-validity}, and so are judges with one fault each. */
class MessageValidityTest {

    private final Plan plan = TestPlans.messageValidity();
    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
    private final Judge exact = message -> Judgement.of(reader.read(message));

    @TestFactory
    Stream<DynamicTest> theReaderMeetsEveryRequirement() {
        return TestRuns.run(plan, exact).stream()
                .map(result -> dynamicTest(result.requirement().id(), () -> {
                    assertThat(result.cases()).extracting(CaseResult::reason).containsOnly("");
                    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
                }));
    }

    @Test
    void theReaderIsConformant() {
        assertThat(TestRuns.run(plan, exact)).noneMatch(RequirementResult::blocks);
    }

    @Test
    void aLaxJudgeFailsWhereverAFaultIsToBeFound() {
        Judge lax = message -> new Judgement(Verdict.VALID, List.of());

        List<RequirementResult> result = TestRuns.run(plan, lax);

        assertThat(result).anyMatch(RequirementResult::blocks);
        assertThat(result)
                .allSatisfy(each -> assertThat(each.outcome())
                        .isEqualTo(each.requirement().id().startsWith("MV-ACCEPT-") ? Outcome.PASS : Outcome.FAIL));
    }

    @Test
    void aJudgeThatRefusesEverythingFailsWhereverAMessageIsValid() {
        Judge strict = message -> new Judgement(
                Verdict.INVALID, List.of(Finding.error("strict.No", Place.NOWHERE, "nothing is good enough")));

        assertThat(TestRuns.run(plan, strict))
                .allSatisfy(each -> assertThat(each.outcome()).isEqualTo(Outcome.FAIL));
    }

    @Test
    void aJudgeThatOverlooksOneKindOfFaultFailsOnlyThere() {
        Judge blind = message -> {
            List<Finding> seen = reader.read(message).findings().stream()
                    .filter(finding -> !finding.id().equals("xsd.TotalDigits"))
                    .toList();
            return new Judgement(Finding.anyError(seen) ? Verdict.INVALID : Verdict.VALID, seen);
        };

        Map<String, Outcome> notPassed = TestRuns.run(plan, blind).stream()
                .filter(each -> each.outcome() != Outcome.PASS)
                .collect(Collectors.toMap(each -> each.requirement().id(), RequirementResult::outcome));

        assertThat(notPassed).containsExactly(Map.entry("MV-TOTAL-DIGITS", Outcome.FAIL));
    }
}
