package org.tongwen.conformance.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** A run in a few lines for a terminal: what is not met, then the verdict, which so stands last where the eye is. */
public final class TerminalText {

    /** How many requirements that are not met are shown; the page shows all. */
    private static final int MOST = 20;

    private static final int REASON = 400;

    private TerminalText() {}

    /** The lines, each ended by a line feed. */
    public static String of(RunReport report) {
        List<RequirementResult> open = report.run().requirements().stream()
                .filter(TerminalText::isOpen)
                .toList();
        StringBuilder text = new StringBuilder();
        open.stream().limit(MOST).forEach(result -> text.append(told(result, report)));
        if (open.size() > MOST) {
            text.append("... and ").append(open.size() - MOST).append(" more\n");
        }
        return text.append(open.isEmpty() ? "" : "\n").append(verdict(report)).toString();
    }

    private static boolean isOpen(RequirementResult result) {
        return switch (Standing.of(result)) {
            case FAIL, ERROR -> true;
            case NOT_RUN -> result.requirement().isMandatory();
            case PASS, NOT_APPLICABLE, UNTESTED -> false;
        };
    }

    private static String told(RequirementResult result, RunReport report) {
        String head = Summary.word(Standing.of(result)).toUpperCase(Locale.ROOT)
                + (report.isWaived(result) ? " (waived)" : "")
                + (result.requirement().isMandatory() ? "" : " (recommended)");
        StringBuilder text = new StringBuilder(ShownText.line(head + "  " + result.requirement().id() + "  "
                        + result.requirement().text() + " [" + result.requirement().clause() + "]"))
                .append('\n');
        List<CaseResult> cases = result.cases().stream()
                .filter(tried -> tried.outcome() != Outcome.PASS && tried.outcome() != Outcome.NOT_APPLICABLE)
                .toList();
        cases.stream().limit(3).forEach(tried -> text.append("    ")
                .append(line(tried.name() + ": " + tried.reason()))
                .append('\n'));
        if (cases.size() > 3) {
            text.append("    ... and ").append(cases.size() - 3).append(" more cases\n");
        }
        return cases.isEmpty() ? text + "    " + line(result.reason()) + "\n" : text.toString();
    }

    private static String line(String reason) {
        return ShownText.line(ShownText.shortened(reason.strip().replaceAll("\\s*\\R\\s*", "; "), REASON));
    }

    private static String verdict(RunReport report) {
        RunResult run = report.run();
        Summary summary = new Summary(report);
        String counts = Arrays.stream(Standing.values())
                .filter(standing -> summary.count(standing) > 0)
                .map(standing -> summary.count(standing) + " " + Summary.word(standing))
                .collect(Collectors.joining(", "));
        return ShownText.line(Limits.name(run.participant().name()) + ", " + run.plan().id() + " "
                        + run.plan().version() + " as of " + run.asOf())
                + "\n" + counts + "; " + run.evidence().count() + " exchanges in " + summary.duration() + "\n"
                + Verdict.of(report).words() + ". " + ShownText.line(Limits.reason(summary.sentence())) + "\n";
    }
}
