package org.tongwen.rules.pack;

import java.util.List;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * What came of judging a message by rules.
 *
 * @param editions the packs with their releases and digests
 * @param verdicts on each rule that speaks of the message, in the order in which they are asked
 */
public record Judgement(List<Edition> editions, List<RuleVerdict> verdicts) {

    /** Copies the lists. */
    public Judgement {
        editions = List.copyOf(editions);
        verdicts = List.copyOf(verdicts);
    }

    /** How many rules came out so. */
    public long count(RuleOutcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    /** Whether every rule could be asked. A judgement of which one rule failed to run says nothing in favour of the message. */
    public boolean isComplete() {
        return count(RuleOutcome.ERROR) == 0;
    }

    /** What to say of the message: where it breaks rules, which rules were not run, and which failed to run. */
    public List<Finding> findings() {
        return verdicts.stream()
                .flatMap(verdict -> switch (verdict.outcome()) {
                    case PASS, NOT_APPLICABLE -> List.<Finding>of().stream();
                    case FAIL -> verdict.breaches().stream().map(Breach::finding);
                    case NOT_RUN -> List.of(notRun(verdict)).stream();
                    case ERROR -> List.of(error(verdict)).stream();
                })
                .toList();
    }

    private static Finding notRun(RuleVerdict verdict) {
        return Finding.note(
                "rules.NotRun", Place.NOWHERE, verdict.rule().id() + " was not checked: " + verdict.reason());
    }

    private static Finding error(RuleVerdict verdict) {
        return Finding.error(
                "rules.Error", Place.NOWHERE, verdict.rule().id() + " could not be asked: " + verdict.reason());
    }
}
