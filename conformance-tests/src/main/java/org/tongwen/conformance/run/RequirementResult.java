package org.tongwen.conformance.run;

import java.util.List;
import java.util.stream.Collectors;
import org.tongwen.conformance.plan.Requirement;

/**
 * What came of one requirement.
 *
 * @param requirement the requirement
 * @param outcome the gravest outcome of its cases
 * @param reason why it is not a pass; empty for a pass
 * @param cases its cases, in order
 */
public record RequirementResult(Requirement requirement, Outcome outcome, String reason, List<CaseResult> cases) {

    /** Copies the list. */
    public RequirementResult {
        cases = List.copyOf(cases);
    }

    /** What its cases make of a requirement. One without cases was not run. */
    public static RequirementResult of(Requirement requirement, List<CaseResult> cases) {
        Outcome gravest =
                Outcome.gravest(cases.stream().map(CaseResult::outcome).toList());
        String reason = gravest == Outcome.PASS
                ? ""
                : cases.stream()
                        .filter(each -> each.outcome() == gravest)
                        .map(each -> each.name() + ": " + each.reason())
                        .collect(Collectors.joining("\n"));
        return new RequirementResult(requirement, gravest, cases.isEmpty() ? "no case was run" : reason, cases);
    }

    /** A requirement none of whose cases was played. */
    public static RequirementResult without(Requirement requirement, Outcome outcome, String reason) {
        return new RequirementResult(requirement, outcome, reason, List.of());
    }

    /** Whether it stands in the way of a certificate: it is mandatory, can be tested, applies, and did not pass. */
    public boolean blocks() {
        return requirement.isMandatory()
                && requirement.untested().isEmpty()
                && outcome != Outcome.PASS
                && outcome != Outcome.NOT_APPLICABLE;
    }
}
