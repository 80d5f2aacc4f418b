package org.tongwen.conformance.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** Why nobody would sign a certificate: what concerns the run first, then the requirements that stand in the way, by what became of them. */
final class ReasonSection {

    private final RunReport report;

    ReasonSection(RunReport report) {
        this.report = report;
    }

    void write(Html page) {
        List<Finding> reasons = report.reasonsAgainst().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (reasons.isEmpty()) {
            return;
        }
        page.raw("<h2>Why there is no certificate</h2>\n<ul>\n");
        reasons.stream()
                .filter(finding -> finding.place().path().isEmpty())
                .forEach(finding ->
                        page.isolated("li", Limits.reason(finding.message())).raw("\n"));
        byStanding().forEach((standing, results) -> row(standing, results, page));
        page.raw("</ul>\n");
    }

    private Map<Standing, List<RequirementResult>> byStanding() {
        return report.run().requirements().stream()
                .filter(RequirementResult::blocks)
                .filter(result -> !report.isWaived(result))
                .collect(Collectors.groupingBy(Standing::of, TreeMap::new, Collectors.toList()));
    }

    private void row(Standing standing, List<RequirementResult> results, Html page) {
        page.raw("<li>").text("Mandatory and " + standing.words() + ": ");
        Anchor.links(results, result -> link(result, page), page);
        page.raw("</li>\n");
    }

    private void link(RequirementResult result, Html page) {
        Anchor.link(result, page);
        report.waiverOf(result)
                .filter(waiver -> !waiver.holdsOn(report.day()))
                .ifPresent(waiver -> page.text(" (its waiver lapsed after " + waiver.until() + ")"));
    }
}
