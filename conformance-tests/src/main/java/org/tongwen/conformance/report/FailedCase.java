package org.tongwen.conformance.report;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.StepResult;

/** One case that did not pass, step by step, with what went over the wire. */
final class FailedCase {

    private final RunReport report;
    private final Exchanges exchanges;

    FailedCase(RunReport report, Exchanges exchanges) {
        this.report = report;
        this.exchanges = exchanges;
    }

    void write(CaseResult tried, Html page) {
        page.raw("<section class=\"case\">\n")
                .isolated("h4", Limits.name(tried.title()))
                .raw("\n");
        if (tried.steps().isEmpty() || !isTold(tried)) {
            page.isolated("p", Limits.reason(tried.reason())).raw("\n");
        }
        steps(tried.steps(), page);
        reproduce(tried, page);
        wire(tried, page);
        page.raw("</section>\n");
    }

    /** Whether a step says what went wrong. */
    private static boolean isTold(CaseResult tried) {
        return tried.steps().stream().anyMatch(step -> step.outcome() == tried.outcome());
    }

    private static void steps(List<StepResult> steps, Html page) {
        if (steps.isEmpty()) {
            return;
        }
        page.raw("<ol class=\"steps\">\n");
        List<StepResult> shown = shown(steps);
        if (shown.size() < steps.size()) {
            page.element("li class=\"not-run\"", steps.size() - shown.size() + " more steps are in results.json")
                    .raw("\n");
        }
        shown.forEach(step -> step(step, page));
        page.raw("</ol>\n");
    }

    /** All of few steps. Of many those that went wrong, wherever they stand, and the last of the others. */
    private static List<StepResult> shown(List<StepResult> steps) {
        if (steps.size() <= Limits.STEPS) {
            return steps;
        }
        IntPredicate good = i -> steps.get(i).outcome() == Outcome.PASS;
        int[] wrong = all(steps).filter(good.negate()).limit(Limits.STEPS).toArray();
        int[] right = all(steps).filter(good).toArray();
        int first = Math.max(0, right.length - Limits.GOOD_STEPS);
        return IntStream.concat(IntStream.of(wrong), IntStream.of(right).skip(first))
                .sorted()
                .mapToObj(steps::get)
                .toList();
    }

    private static IntStream all(List<StepResult> steps) {
        return IntStream.range(0, steps.size());
    }

    private static void step(StepResult step, Html page) {
        String kind = Words.kind(step.outcome());
        page.raw("<li class=\"" + kind + "\">").isolated("span", Limits.reason(step.what()));
        if (step.outcome() == Outcome.PASS) {
            if (!step.expected().isEmpty()) {
                page.raw(" ").isolated("span class=\"soft small\"", Limits.name(step.expected()));
            }
            page.raw("</li>\n");
            return;
        }
        if (step.expected().isEmpty() && step.actual().isEmpty()) {
            page.raw("</li>\n");
            return;
        }
        page.element("span class=\"soft small\"", " (" + Words.of(step.outcome()) + ")")
                .raw("\n<div class=\"sides\">");
        side("wanted", "Expected", step.expected(), page);
        side("came", "Came", step.actual(), page);
        page.raw("</div></li>\n");
    }

    private static void side(String kind, String title, String text, Html page) {
        page.raw("<div class=\"" + kind + "\">")
                .element("h5", title)
                .pre(text.isEmpty() ? "(nothing)" : Limits.value(IndentedXml.of(text)))
                .raw("</div>");
    }

    private void reproduce(CaseResult tried, Html page) {
        page.element("p class=\"label\"", "Reproduce")
                .pre(commands(tried))
                .raw("<p class=\"soft small\">Case: <code>")
                .text(report.run().plan().id() + "/cases/" + Limits.name(tried.name()))
                .raw("</code></p>\n");
    }

    /** The suite's own command, then what it sent, as far as it was kept; else what the steps say. */
    private String commands(CaseResult tried) {
        List<String> sent = exchanges.of(tried).stream()
                .flatMap(each -> each.again().stream())
                .toList();
        List<String> told = tried.steps().stream()
                .flatMap(step -> step.reproduce().stream())
                .distinct()
                .toList();
        Stream<String> single = (sent.isEmpty() ? told : sent).stream().limit(Limits.COMMANDS);
        return Stream.concat(Stream.of(Words.command(report, tried.name())), single.map(Limits::value))
                .collect(Collectors.joining("\n"));
    }

    private void wire(CaseResult tried, Html page) {
        List<Exchanges.Shown> shown = exchanges.of(tried);
        if (shown.isEmpty()) {
            return;
        }
        int count = tried.evidence().size();
        page.raw("<details><summary>")
                .text(count + (count == 1 ? " exchange" : " exchanges")
                        + " on the wire, line breaks between elements added")
                .raw("</summary>\n");
        for (Exchanges.Shown each : shown) {
            page.raw("<div class=\"exchange\"><p class=\"small\">")
                    .isolated("span", each.head())
                    .raw("</p>");
            if (!each.body().isEmpty()) {
                page.pre(each.body());
            }
            page.raw("</div>\n");
        }
        if (count > shown.size()) {
            page.element("p class=\"soft small\"", "The other " + (count - shown.size()) + " are in evidence.jsonl.");
        }
        page.raw("</details>\n");
    }
}
