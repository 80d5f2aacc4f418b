package org.tongwen.conformance.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** From so many on, requirements of one reason stand together. */
    private static final int ALIKE = 3;

    private static final int REASON = 400;

    private TerminalText() {}

    /** The lines, each ended by a line feed. */
    public static String of(RunReport report) {
        List<RequirementResult> broken = report.run().requirements().stream()
                .filter(result -> Standing.of(result) == Standing.FAIL || Standing.of(result) == Standing.ERROR)
                .toList();
        List<String> told = told(broken, report);
        StringBuilder text = new StringBuilder();
        told.stream().limit(MOST).forEach(text::append);
        if (told.size() > MOST) {
            text.append("... and ").append(told.size() - MOST).append(" more\n");
        }
        text.append(notRun(report));
        return text.append(text.length() == 0 ? "" : "\n")
                .append(verdict(report))
                .toString();
    }

    /** Requirements that are broken for one and the same reason stand together: it is probably one fault, to be mended first. */
    private static List<String> told(List<RequirementResult> broken, RunReport report) {
        Map<String, List<RequirementResult>> byReason = broken.stream()
                .collect(Collectors.groupingBy(
                        result -> head(result, report) + OpenReason.of(result),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byReason.values().stream()
                .flatMap(same -> same.size() < ALIKE
                        ? same.stream().map(result -> told(result, report))
                        : Stream.of(head(same.get(0), report) + "  " + names(same) + "\n    "
                                + line(OpenReason.of(same.get(0))) + "\n"))
                .toList();
    }

    private static String head(RequirementResult result, RunReport report) {
        return Standing.of(result).words().toUpperCase(Locale.ROOT)
                + (report.isWaived(result) ? " (waived)" : "")
                + (result.requirement().isMandatory() ? "" : " (recommended)");
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
        StringBuilder text = new StringBuilder(line(head(result, report) + "  "
                        + Limits.name(result.requirement().id()) + "  "
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
