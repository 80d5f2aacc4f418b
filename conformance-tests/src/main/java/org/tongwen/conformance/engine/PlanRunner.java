package org.tongwen.conformance.engine;

import java.util.List;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.MessagePlay;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.RequirementResult;

/** Puts every case of a plan before a judge. It fails closed: only a right answer is a pass. */
public final class PlanRunner {

    private PlanRunner() {}

    /** Runs all cases; it always ends with a result for every requirement, whatever the judge throws. */
    public static List<RequirementResult> run(Plan plan, Judge judge) {
        return plan.requirements().stream()
                .map(requirement -> run(requirement, plan.casesOf(requirement), judge))
                .toList();
    }

    private static RequirementResult run(Requirement requirement, List<Case> cases, Judge judge) {
        List<CaseResult> results = cases.stream()
                .filter(MessageCase.class::isInstance)
                .map(each -> MessagePlay.play((MessageCase) each, judge))
                .toList();
        return RequirementResult.of(requirement, results);
    }
}
