package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.Runs;

class RerunTest {

    private static final RequirementResult GOOD = Runs.passed("A", "Stays as it was.", "1");

    private static CaseResult tried(String name, Outcome outcome) {
        return new CaseResult(name, name, outcome, outcome == Outcome.PASS ? "" : "wrong", List.of(), List.of(7));
    }

    private static RequirementResult of(CaseResult... cases) {
        return RequirementResult.of(Runs.requirement("B", "Is repaired.", "2"), List.of(cases));
    }

    private static RunResult again(CaseResult... cases) {
        RequirementResult left = RequirementResult.without(GOOD.requirement(), Outcome.NOT_RUN, "it was left out");
        return Runs.incomplete(Runs.of(List.of(left, of(cases))), "only b1");
    }

    private static RunResult earlier() {
        return Runs.of(List.of(GOOD, of(tried("b1", Outcome.FAIL), tried("b2", Outcome.PASS))));
    }

    @Test
    void whatWasRunAgainReplacesWhatWasAndTheRestIsKept() {
        RunResult together = Rerun.of(earlier(), again(tried("b1", Outcome.PASS)));

        assertThat(together.requirements())
                .extracting(RequirementResult::outcome)
                .containsOnly(Outcome.PASS);
        assertThat(together.requirements().get(1).cases())
                .extracting(CaseResult::name)
                .containsExactly("b2", "b1");
    }

    @Test
    void whatFailsAgainIsStillAFailure() {
        RunResult together = Rerun.of(earlier(), again(tried("b1", Outcome.FAIL)));

        assertThat(together.requirements().get(1).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void itIsNeverAWholeRun() {
        assertThat(Rerun.of(earlier(), again(tried("b1", Outcome.PASS))).incomplete())
                .contains("only what did not pass before was run again");
        assertThat(Rerun.of(earlier(), Runs.incomplete(again(), "the time of the run was over"))
                        .incomplete())
                .contains("the time of the run was over");
    }

    /** The chain of evidence goes on, so the numbers of the earlier run stay those of the same exchanges. */
    @Test
    void everyCaseKeepsItsEvidence() {
        RunResult together = Rerun.of(earlier(), again(tried("b1", Outcome.PASS)));

        assertThat(together.requirements().get(0)).isEqualTo(GOOD);
        assertThat(together.requirements().get(1).cases())
                .extracting(CaseResult::evidence)
                .containsExactly(List.of(7), List.of(7));
    }
}
