package org.tongwen.conformance;

import java.util.ArrayList;
import java.util.List;

/** Puts every case of a plan before a judge. It fails closed: only a right answer is a pass. */
public final class PlanRunner {

    private PlanRunner() {}

    /** Runs all cases; it always ends with a result for every requirement, whatever the judge throws. */
    public static PlanResult run(Plan plan, Judge judge) {
        List<RequirementResult> results = plan.requirements().stream()
                .map(requirement -> run(requirement, plan.casesOf(requirement), judge))
                .toList();
        return new PlanResult(plan.id(), results);
    }

    private static RequirementResult run(Requirement requirement, List<Case> cases, Judge judge) {
        return new RequirementResult(
                requirement, cases.stream().map(each -> run(each, judge)).toList());
    }

    private static CaseResult run(Case tested, Judge judge) {
        try {
            return compare(tested, judge.judge(tested.message()));
        } catch (RuntimeException | Error e) {
            // An error of the judge's machine, such as a stack overflow on deep nesting, is its answer to this case
            // too.
            return new CaseResult(tested.name(), Outcome.ERROR, "the judge gave no answer: " + e);
        }
    }

    private static CaseResult compare(Case tested, Judgement judgement) {
        List<String> reasons = new ArrayList<>();
        if (judgement.verdict() != tested.verdict()) {
            reasons.add("expected " + tested.verdict().word() + ", judged "
                    + judgement.verdict().word());
        }
        List<ExpectedFinding> unexpected = new ArrayList<>(
                judgement.findings().stream().map(ExpectedFinding::of).toList());
        tested.findings().stream()
                .filter(expected -> !unexpected.remove(expected))
                .forEach(expected -> reasons.add("not found: " + expected));
        unexpected.forEach(found -> reasons.add("found without cause: " + found));
        return new CaseResult(
                tested.name(), reasons.isEmpty() ? Outcome.PASS : Outcome.FAIL, String.join("; ", reasons));
    }
}
