package org.tongwen.conformance.run;

import java.util.List;

/**
 * What came of one case.
 *
 * @param name the case, by its path in the plan
 * @param title what it tries, in one line
 * @param outcome what came of it
 * @param reason what was expected and what came, or why it was not run; empty for a pass
 * @param steps what was done and checked, in order
 * @param evidence the numbers of the exchanges that show it
 */
public record CaseResult(
        String name, String title, Outcome outcome, String reason, List<StepResult> steps, List<Integer> evidence) {

    /** Copies the lists. */
    public CaseResult {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
    }

    /** A case without steps and evidence, such as one that was not run. */
    public static CaseResult of(String name, String title, Outcome outcome, String reason) {
        return new CaseResult(name, title, outcome, reason, List.of(), List.of());
    }
}
