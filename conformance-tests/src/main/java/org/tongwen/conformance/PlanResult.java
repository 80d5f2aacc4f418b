package org.tongwen.conformance;

import java.util.List;

/**
 * What came of a plan.
 *
 * @param plan the plan's identifier
 * @param requirements one result for each requirement, in the plan's order
 */
public record PlanResult(String plan, List<RequirementResult> requirements) {

    /** Copies the list. */
    public PlanResult {
        requirements = List.copyOf(requirements);
    }

    /** Whether every mandatory requirement passed, and there is at least one. */
    public boolean conformant() {
        List<RequirementResult> mandatory = requirements.stream()
                .filter(result -> result.requirement().severity() == Requirement.Severity.MANDATORY)
                .toList();
        return !mandatory.isEmpty() && mandatory.stream().allMatch(result -> result.outcome() == Outcome.PASS);
    }
}
