package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.plan.ExpectedFinding;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.Judgement;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class CertificationTest {

    private static final Requirement MANDATORY =
            Requirement.of("R1", "must hold", "clause 1", Requirement.Severity.MANDATORY);
    private static final Requirement RECOMMENDED =
            Requirement.of("R2", "should hold", "clause 2", Requirement.Severity.RECOMMENDED);
    private static final Judge ACCEPTS = message -> new Judgement(Verdict.VALID, List.of());

    @Test
    void aRequirementWithoutCaseIsNotRunAndNobodyIsConformant() {
        List<RequirementResult> result = TestRuns.run(plan(MANDATORY), ACCEPTS);

        assertThat(only(result).outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(result).anyMatch(RequirementResult::blocks);
    }

    @Test
    void aJudgeThatThrowsIsAnErrorEvenWhereInvalidIsRight() {
        Judge throwing = message -> {
            throw new IllegalStateException("broken");
        };

        RequirementResult result = only(TestRuns.run(plan(MANDATORY, invalid("R1", "a.B /x")), throwing));

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.cases().get(0).reason()).contains("broken");
    }

    @Test
    void aJudgeThatRunsOutOfStackIsAnErrorAndTheRunGoesOn() {
        Judge overflowing = message -> {
            if (message.length == 0) {
                throw new StackOverflowError();
            }
            return new Judgement(Verdict.VALID, List.of());
        };
        Plan plan = Plan.of(
                "p",
                "t",
                List.of(MANDATORY, RECOMMENDED),
                List.of(new MessageCase("deep", "deep", "R1", Verdict.VALID, List.of(), new byte[0]), valid("R2")));

        assertThat(TestRuns.run(plan, overflowing))
                .extracting(RequirementResult::outcome)
                .containsExactly(Outcome.ERROR, Outcome.PASS);
    }

    @Test
    void aFailureWeighsMoreThanAPass() {
        Plan plan = plan(MANDATORY, valid("R1"), invalid("R1", "a.B /x"));

        assertThat(only(TestRuns.run(plan, ACCEPTS)).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void theRightVerdictForAnotherReasonFails() {
        Judge other = message ->
                new Judgement(Verdict.INVALID, List.of(Finding.error("a.B", Place.of("/elsewhere"), "something else")));

        CaseResult result = only(TestRuns.run(plan(MANDATORY, invalid("R1", "a.B /x")), other))
                .cases()
                .get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.reason()).isEqualTo("not found: a.B /x; found without cause: a.B /elsewhere");
    }

    @Test
    void aFindingMoreThanExpectedFails() {
        Finding finding = Finding.error("a.B", Place.of("/x"), "wrong");
        Judge twice = message -> new Judgement(Verdict.INVALID, List.of(finding, finding));

        assertThat(only(TestRuns.run(plan(MANDATORY, invalid("R1", "a.B /x")), twice))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void aRecommendationThatFailsDoesNotStandInTheWay() {
        Plan plan = Plan.of("p", "t", List.of(MANDATORY, RECOMMENDED), List.of(valid("R1"), invalid("R2", "a.B /x")));

        List<RequirementResult> result = TestRuns.run(plan, ACCEPTS);

        assertThat(result).extracting(RequirementResult::outcome).containsExactly(Outcome.PASS, Outcome.FAIL);
        assertThat(result).noneMatch(RequirementResult::blocks);
    }

    @Test
    void aJudgeCannotChangeTheMessageOfACase() {
        MessageCase tested = valid("R1");
        TestRuns.run(plan(MANDATORY, tested), message -> {
            message[0] = 'X';
            return new Judgement(Verdict.VALID, List.of());
        });

        assertThat(tested.message()).asString(StandardCharsets.UTF_8).isEqualTo("<a/>");
    }

    private static Plan plan(Requirement requirement, MessageCase... cases) {
        return Plan.of("p", "t", List.of(requirement), List.of(cases));
    }

    private static RequirementResult only(List<RequirementResult> result) {
        assertThat(result).hasSize(1);
        return result.get(0);
    }

    private static MessageCase valid(String requirement) {
        return new MessageCase("good", "good", requirement, Verdict.VALID, List.of(), bytes("<a/>"));
    }

    private static MessageCase invalid(String requirement, String finding) {
        return new MessageCase(
                "bad",
                "bad",
                requirement,
                Verdict.INVALID,
                List.of(ExpectedFinding.parse(finding).orElseThrow()),
                bytes("<b/>"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
