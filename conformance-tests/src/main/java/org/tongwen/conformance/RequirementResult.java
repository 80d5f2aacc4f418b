package org.tongwen.conformance;

import java.util.Comparator;
import java.util.List;

/**
 * What came of one requirement.
 *
 * @param requirement the requirement
 * @param cases its cases, in order
 */
public record RequirementResult(Requirement requirement, List<CaseResult> cases) {

    /** Copies the list. */
    public RequirementResult {
        cases = List.copyOf(cases);
    }

    /** The gravest outcome of its cases; not run when it has none. */
    public Outcome outcome() {
        return cases.stream()
                .map(CaseResult::outcome)
                .min(Comparator.naturalOrder())
                .orElse(Outcome.NOT_RUN);
    }
}
