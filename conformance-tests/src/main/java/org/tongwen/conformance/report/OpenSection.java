package org.tongwen.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;

/** What the run does not show, and why: silence would read as a pass. */
final class OpenSection {

    private final RunReport report;

    OpenSection(RunReport report) {
        this.report = report;
    }

    static boolean isNeeded(RunReport report) {
        return !report.run().preflight().findings().isEmpty()
                || report.run().requirements().stream().anyMatch(OpenSection::isOpen);
    }

    private static boolean isOpen(RequirementResult result) {
        return switch (Standing.of(result)) {
            case NOT_RUN, UNTESTED, NOT_APPLICABLE -> true;
            case PASS, FAIL, ERROR -> false;
        };
    }

    void write(Html page) {
        if (!isNeeded(report)) {
            return;
        }
        page.raw("<h2 id=\"open\">Not tested, and why</h2>\n");
        List<Finding> findings = report.run().preflight().findings();
        if (!findings.isEmpty()) {
            page.element("p", "Found before the run, in configuration and connection:")
                    .raw("\n");
            page.pre(FindingText.lines(findings));
        }
        if (report.run().requirements().stream().anyMatch(OpenSection::isOpen)) {
            table(page);
        }
    }

    private void table(Html page) {
        page.raw("<table class=\"open\">\n<thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Reason</th>")
                .raw("<th scope=\"col\">Requirements</th></tr></thead>\n<tbody>\n");
        byReason(Standing.NOT_RUN).forEach((reason, results) -> row(Standing.NOT_RUN, reason, results, page));
        byReason(Standing.UNTESTED).forEach((reason, results) -> row(Standing.UNTESTED, reason, results, page));
        byReason(Standing.NOT_APPLICABLE)
                .forEach((reason, results) -> row(Standing.NOT_APPLICABLE, reason, results, page));
        page.raw("</tbody>\n</table>\n");
    }

    /** Requirements that share a reason stand together. */
    private Map<String, List<RequirementResult>> byReason(Standing standing) {
        return report.run().requirements().stream()
                .filter(result -> Standing.of(result) == standing)
                .collect(Collectors.groupingBy(OpenSection::reason, LinkedHashMap::new, Collectors.toList()));
    }

    private static String reason(RequirementResult result) {
        return result.requirement().untested().orElseGet(() -> OpenReason.of(result));
    }

    private void row(Standing standing, String reason, List<RequirementResult> results, Html page) {
        page.raw("<tr><td>")
                .badge(standing.word(), standing.words())
                .raw("</td><td dir=\"auto\">")
                .text(Limits.reason(reason))
                .raw("</td><td>");
        Anchor.links(results, result -> link(result, page), page);
        page.raw("</td></tr>\n");
    }

    private void link(RequirementResult result, Html page) {
        Anchor.link(result, page);
        if (report.isWaived(result)) {
            page.raw(" ").badge("waived", "waived");
        }
    }
}
