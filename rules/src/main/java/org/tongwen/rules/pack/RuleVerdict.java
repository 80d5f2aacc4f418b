package org.tongwen.rules.pack;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** The same without some of the places where it is broken, because others tell of them. */
    RuleVerdict without(Predicate<Breach> told) {
        return new RuleVerdict(
                rule, outcome, reason, breaches.stream().filter(told.negate()).toList());
    }

    /** What came of the same rule in two parts of a message. */
    RuleVerdict and(RuleVerdict other) {
        RuleVerdict worse = other.outcome().weight() > outcome.weight() ? other : this;
        List<Breach> all =
                Stream.concat(breaches.stream(), other.breaches.stream()).toList();
        return new RuleVerdict(rule, worse.outcome, worse.reason, all);
    }
}
