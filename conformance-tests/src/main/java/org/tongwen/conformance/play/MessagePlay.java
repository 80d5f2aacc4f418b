package org.tongwen.conformance.play;

import java.util.ArrayList;
import java.util.List;
import org.tongwen.conformance.plan.ExpectedFinding;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;

/** Puts the message of a case before a judge. It fails closed: only a right answer is a pass. */
public final class MessagePlay {

    private MessagePlay() {}

    /** Always gives a result, whatever the judge throws. */
    public static CaseResult play(MessageCase tested, Judge judge) {
        try {
            return compare(tested, judge.judge(tested.message()));
        } catch (RuntimeException | Error e) {
            // An error of the judge's machine, such as a stack overflow on deep nesting, is its answer to this case
            // too.
            return CaseResult.of(tested.name(), tested.title(), Outcome.ERROR, "the judge gave no answer: " + e);
        }
    }

    private static CaseResult compare(MessageCase tested, Judgement judgement) {
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
        return CaseResult.of(
                tested.name(),
                tested.title(),
                reasons.isEmpty() ? Outcome.PASS : Outcome.FAIL,
                String.join("; ", reasons));
    }
}
