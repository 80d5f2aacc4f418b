package org.tongwen.rules.pack;

import java.util.List;

/**
 * What came of one rule.
 *
 * @param rule which one
 * @param outcome what came of it
 * @param reason why; empty when the outcome says it
 * @param breaches where it is broken
 */
public record RuleVerdict(Rule rule, RuleOutcome outcome, String reason, List<Breach> breaches) {

    /** Copies the breaches. */
    public RuleVerdict {
        breaches = List.copyOf(breaches);
    }

    static RuleVerdict of(Rule rule, RuleOutcome outcome, String reason) {
        return new RuleVerdict(rule, outcome, reason, List.of());
    }
}
