package org.tongwen.conformance.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** How many names stand on a line. */
    private static final int NAMES = 6;

    private static final int REASON = 400;

    private TerminalText() {}

    /** The lines, each ended by a line feed. */
    public static String of(RunReport report) {
        List<RequirementResult> broken = report.run().requirements().stream()
                .filter(result -> Standing.of(result) == Standing.FAIL || Standing.of(result) == Standing.ERROR)
                .toList();
        StringBuilder text = new StringBuilder();
        broken.stream().limit(MOST).forEach(result -> text.append(told(result, report)));
        if (broken.size() > MOST) {
            text.append("... and ").append(broken.size() - MOST).append(" more\n");
        }
        text.append(notRun(report));
        return text.append(text.length() == 0 ? "" : "\n")
                .append(verdict(report))
                .toString();
    }

    /** One line for each reason. */
    private static String notRun(RunReport report) {
        Map<String, List<RequirementResult>> byReason = new Summary(report)
                .with(Standing.NOT_RUN).stream()
                        .collect(Collectors.groupingBy(OpenReason::of, LinkedHashMap::new, Collectors.toList()));
        return byReason.entrySet().stream()
                .map(entry -> "NOT RUN  " + names(entry.getValue()) + "\n    " + line(entry.getKey()) + "\n")
                .collect(Collectors.joining());
    }

    private static String names(List<RequirementResult> results) {
        String names = results.stream()
                .limit(NAMES)
                .map(result -> ShownText.line(Limits.name(result.requirement().id())))
                .collect(Collectors.joining(", "));
        return results.size() > NAMES ? names + " and " + (results.size() - NAMES) + " more" : names;
    }

    private static String told(RequirementResult result, RunReport report) {
        String head = Standing.of(result).words().toUpperCase(Locale.ROOT)
                + (report.isWaived(result) ? " (waived)" : "")
                + (result.requirement().isMandatory() ? "" : " (recommended)");
        StringBuilder text = new StringBuilder(
                        line(head + "  " + Limits.name(result.requirement().id()) + "  "
                                + Limits.name(result.requirement().text()) + " ["
                                + Limits.name(result.requirement().clause()) + "]"))
                .append('\n');
        List<CaseResult> cases = result.cases().stream()
                .filter(tried -> tried.outcome() != Outcome.PASS && tried.outcome() != Outcome.NOT_APPLICABLE)
                .toList();
        cases.stream()
                .limit(3)
                .forEach(tried -> text.append("    ")
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
                .map(standing -> summary.count(standing) + " " + standing.words())
                .collect(Collectors.joining(", "));
        return ShownText.line(Limits.name(run.participant().name()) + ", "
                        + run.plan().id() + " " + run.plan().version() + " as of " + run.asOf())
                + "\n" + counts + "; " + summary.exchanges() + " in " + summary.duration() + "\n"
                + Verdict.of(report).words() + ". " + ShownText.line(Limits.reason(summary.sentence())) + "\n";
    }
}
