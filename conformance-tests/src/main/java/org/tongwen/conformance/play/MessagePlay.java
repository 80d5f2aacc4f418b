package org.tongwen.conformance.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.conformance.plan.ExpectedFinding;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** Puts the message of a case before a judge. It fails closed: only a right answer is a pass. */
public final class MessagePlay {

    private MessagePlay() {}

    /** Puts it before a judge in this process. Always gives a result, whatever the judge throws. */
    public static CaseResult play(MessageCase tested, Judge judge) {
        try {
            return compare(tested, judge.judge(tested.message()), true, List.of());
        } catch (RuntimeException | Error e) {
            // An error of the judge's machine, such as a stack overflow on deep nesting, is its answer to this case
            // too.
            return CaseResult.of(tested.name(), tested.title(), Outcome.ERROR, "the judge gave no answer: " + e);
        }
    }

    /**
     * Puts it before a judge over HTTP.
     *
     * @param reasons whether the judge's findings are compared, besides its verdict
     */
    public static CaseResult play(MessageCase tested, HttpJudge judge, boolean reasons) {
        try {
            HttpJudge.Said said = judge.ask(tested.message());
            return compare(tested, said.judgement(), reasons, said.reply().evidence());
        } catch (HttpJudge.NoVerdictException e) {
            StepResult step =
                    StepResult.fail("judge the message", tested.verdict().word(), e.words());
            return new CaseResult(
                    tested.name(),
                    tested.title(),
                    Outcome.FAIL,
                    "no verdict came: " + e.words(),
                    List.of(step),
                    e.reply().evidence());
        }
    }

    private static CaseResult compare(
            MessageCase tested, Judgement judgement, boolean reasoned, List<Integer> evidence) {
        List<StepResult> steps = new ArrayList<>();
        String expected = tested.verdict().word();
        String judged = judgement.verdict().word();
        steps.add(step("judge the message", expected, judged, expected.equals(judged)));
        if (reasoned) {
            steps.addAll(reasons(tested, judgement));
        }
        String wrong = steps.stream()
                .filter(step -> step.outcome() == Outcome.FAIL)
                .map(MessagePlay::words)
                .collect(Collectors.joining("; "));
        Outcome outcome = wrong.isEmpty() ? Outcome.PASS : Outcome.FAIL;
        return new CaseResult(tested.name(), tested.title(), outcome, wrong, steps, evidence);
    }

    /** What a judge merely warns of, or did not look at, is its own affair, unless the plan asks for it. */
    private static List<StepResult> reasons(MessageCase tested, Judgement judgement) {
        List<StepResult> steps = new ArrayList<>();
        List<Finding> left = new ArrayList<>(judgement.findings());
        for (ExpectedFinding expected : tested.findings()) {
            Optional<Finding> found = left.stream()
                    .filter(finding -> ExpectedFinding.of(finding).equals(expected))
                    .findFirst();
            found.ifPresent(left::remove);
            String came = found.map(finding -> expected.toString()).orElse("");
            steps.add(step("find " + expected.id(), expected.toString(), came, found.isPresent()));
        }
        left.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(ExpectedFinding::of)
                .forEach(found -> steps.add(step("find nothing else", "", "found without cause: " + found, false)));
        return steps;
    }

    private static StepResult step(String what, String expected, String actual, boolean good) {
        return good ? StepResult.pass(what, expected, actual) : StepResult.fail(what, expected, actual);
    }

    private static String words(StepResult step) {
        if (step.what().startsWith("judge")) {
            return "expected " + step.expected() + ", judged " + step.actual();
        }
        return step.actual().isEmpty() ? "not found: " + step.expected() : step.actual();
    }
}
