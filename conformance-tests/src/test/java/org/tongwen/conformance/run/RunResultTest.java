package org.tongwen.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class RunResultTest {

    private static final Requirement MANDATORY =
            Requirement.of("R1", "must hold", "clause 1", Requirement.Severity.MANDATORY);
    private static final Requirement RECOMMENDED =
            Requirement.of("R2", "should hold", "clause 2", Requirement.Severity.RECOMMENDED);
    private static final RequirementResult PASSED = result(MANDATORY, Outcome.PASS);

    @Test
    void whatPassedIsConformant() {
        assertThat(run(PASSED).conformant()).isTrue();
    }

    @Test
    void aRunWithoutRequirementsProvesNothing() {
        assertThat(run().conformant()).isFalse();
    }

    @Test
    void onlyRecommendationsProveNothing() {
        assertThat(run(result(RECOMMENDED, Outcome.PASS)).conformant()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "ERROR", "NOT_RUN"})
    void aMandatoryRequirementThatDidNotPassStandsInTheWay(Outcome outcome) {
        assertThat(run(PASSED, result(MANDATORY, outcome)).conformant()).isFalse();
    }

    @Test
    void whatDoesNotApplyAndWhatNobodyTestsDoNot() {
        Requirement untested = new Requirement(
                "R3",
                "t",
                "c",
                Requirement.Severity.MANDATORY,
                List.of(),
                Optional.of("needs a real central bank"),
                Optional.empty());

        RunResult run = run(PASSED, result(MANDATORY, Outcome.NOT_APPLICABLE), result(untested, Outcome.NOT_RUN));

        assertThat(run.conformant()).isTrue();
        assertThat(run.counts()).containsOnlyKeys(Outcome.PASS, Outcome.NOT_APPLICABLE);
    }

    @Test
    void aRunThatIsIncompleteIsNotConformant() {
        RunResult whole = run(PASSED);
        RunResult part = new RunResult(
                whole.plan(),
                whole.packs(),
                whole.participant(),
                whole.asOf(),
                whole.started(),
                whole.ended(),
                whole.engine(),
                whole.requirements(),
                whole.preflight(),
                whole.evidence(),
                Optional.of("only R1 was run"));

        assertThat(part.conformant()).isFalse();
    }

    @Test
    void aRequirementIsAsGoodAsTheWorstOfItsCases() {
        CaseResult good = CaseResult.of("a", "a", Outcome.PASS, "");
        CaseResult bad = CaseResult.of("b", "b", Outcome.FAIL, "nothing came");
        CaseResult other = CaseResult.of("c", "c", Outcome.NOT_APPLICABLE, "another role");

        assertThat(RequirementResult.of(MANDATORY, List.of(good, bad, other)))
                .isEqualTo(
                        new RequirementResult(MANDATORY, Outcome.FAIL, "b: nothing came", List.of(good, bad, other)));
        assertThat(RequirementResult.of(MANDATORY, List.of(good, other)).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(RequirementResult.of(MANDATORY, List.of()).outcome()).isEqualTo(Outcome.NOT_RUN);
    }

    @Test
    void preflightStopsAtAnError() {
        assertThat(new Preflight(List.of(), List.of(Finding.warning("a.B", Place.NOWHERE, "slow"))).ok())
                .isTrue();
        assertThat(new Preflight(List.of(), List.of(Finding.error("a.B", Place.NOWHERE, "nobody there"))).ok())
                .isFalse();
    }

    private static RequirementResult result(Requirement requirement, Outcome outcome) {
        return RequirementResult.without(requirement, outcome, "because");
    }

    private static RunResult run(RequirementResult... results) {
        return new RunResult(
                new RunResult.PlanStamp("p", "t", "1", "", ""),
                new TreeMap<>(),
                new Participant("TESTDEFFXXX", "Test", List.of()),
                LocalDate.of(2026, 11, 22),
                Instant.EPOCH,
                Instant.EPOCH,
                "1",
                List.of(results),
                new Preflight(List.of(), List.of()),
                Chain.EMPTY,
                Optional.empty());
    }
}
