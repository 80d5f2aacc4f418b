package org.tongwen.rules.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.condition.Subject;

/** What came of asking rules of one message. */
final class Tally {

    /** So that a message of ten thousand mistakes does not fill the memory with them. */
    private static final int MOST = 10_000;

    private final List<Rule> rules;
    private final int[] asked;
    private final int[] met;
    private final int[] broken;
    private final @Nullable RuntimeException[] failures;
    private final List<Breach> breaches = new ArrayList<>(0);
    private @Nullable XPathMessage xpath;
    private boolean failed;

    Tally(List<Rule> rules) {
        this.rules = rules;
        this.asked = new int[rules.size()];
        this.met = new int[rules.size()];
        this.broken = new int[rules.size()];
        this.failures = new RuntimeException[rules.size()];
    }

    void asked(int index) {
        asked[index]++;
    }

    void met(int index) {
        met[index]++;
    }

    void breach(int index, Breach breach) {
        broken[index]++;
        if (breaches.size() < MOST) {
            breaches.add(breach);
        }
    }

    void failed(int index, RuntimeException failure) {
        failures[index] = failure;
        failed = true;
    }

    /** The message as XPath sees it, made when the first such rule asks. */
    XPathMessage xpath(Subject value) {
        XPathMessage known = xpath;
        if (known == null) {
            known = XPathMessage.of(value);
            xpath = known;
        }
        return known;
    }

    List<Rule> rules() {
        return rules;
    }

    /**
     * Where rules are broken, in the order in which that was found, for somebody who needs all rules to have been asked.
     *
     * @throws RulesException when one could not be
     */
    List<Breach> complete() {
        if (failed) {
            for (int i = 0; i < failures.length; i++) {
                RuntimeException failure = failures[i];
                if (failure != null) {
                    throw new RulesException(rules.get(i).id() + " could not be asked", failure);
                }
            }
        }
        return breaches;
    }

    /** The verdict of a rule that was asked. */
    RuleVerdict verdict(int index) {
        Rule rule = rules.get(index);
        RuntimeException failure = failures[index];
        if (failure != null) {
            return RuleVerdict.of(rule, RuleOutcome.ERROR, String.valueOf(failure.getMessage()));
        }
        if (asked[index] == 0) {
            return RuleVerdict.of(rule, RuleOutcome.NOT_APPLICABLE, "the message has nothing that it is asked of");
        }
        if (met[index] == 0) {
            return RuleVerdict.of(rule, RuleOutcome.NOT_APPLICABLE, "the case in which it speaks does not arise");
        }
        if (broken[index] == 0) {
            return RuleVerdict.of(rule, RuleOutcome.PASS, "");
        }
        List<Breach> own =
                breaches.stream().filter(breach -> breach.rule() == rule).toList();
        return new RuleVerdict(rule, RuleOutcome.FAIL, broken[index] + " times", own);
    }
}
