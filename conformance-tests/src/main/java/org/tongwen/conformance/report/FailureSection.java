package org.tongwen.conformance.report;

import java.util.List;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;

/** Each requirement that was tried and not met: what was expected, what came, the clause, and how to see it again. */
final class FailureSection {

    private final RunReport report;
    private final FailedCase cases;

    FailureSection(RunReport report, Exchanges exchanges) {
        this.report = report;
        this.cases = new FailedCase(report, exchanges);
    }

    static boolean isNeeded(RunReport report) {
        return !of(report).isEmpty();
    }

    /** Mandatory ones first. */
    private static List<RequirementResult> of(RunReport report) {
        return report.run().requirements().stream()
                .filter(result -> Standing.of(result) == Standing.FAIL || Standing.of(result) == Standing.ERROR)
                .sorted((one, other) -> Boolean.compare(
                        other.requirement().isMandatory(), one.requirement().isMandatory()))
                .toList();
    }

    void write(Html page) {
        if (isNeeded(report)) {
            page.raw("<h2 id=\"failures\">What went wrong</h2>\n");
            of(report).forEach(result -> write(result, page));
        }
    }

    private void write(RequirementResult result, Html page) {
        Requirement requirement = result.requirement();
        Standing standing = Standing.of(result);
        page.raw("<article id=\"" + Anchor.ofFailure(result) + "\">\n<header>")
                .badge(standing.word(), standing.words())
                .element("h3", requirement.id())
                .element("span class=\"soft small\"", requirement.severity().word())
                .raw("</header>\n")
                .element("p", requirement.text())
                .raw("\n<p class=\"soft small\">Clause: ")
                .text(requirement.clause())
                .raw("</p>\n");
        waiver(result, page);
        if (result.cases().isEmpty()) {
            page.isolated("p", Limits.reason(result.reason()));
        }
        List<CaseResult> failed =
                result.cases().stream().filter(FailureSection::isShown).toList();
        failed.stream().limit(Limits.CASES).forEach(tried -> cases.write(tried, page));
        if (failed.size() > Limits.CASES) {
            page.element(
                    "p class=\"soft\"",
                    failed.size() - Limits.CASES + " more cases that did not pass are in results.json.");
        }
        page.raw("</article>\n");
    }

    private static boolean isShown(CaseResult tried) {
        return tried.outcome() != Outcome.PASS && tried.outcome() != Outcome.NOT_APPLICABLE;
    }

    private void waiver(RequirementResult result, Html page) {
        if (result.blocks() && report.waiverOf(result).isPresent()) {
            Waiver waiver = report.waiverOf(result).get();
            page.raw("<p>")
                    .badge("waived", waiver.holdsOn(report.day()) ? "waived" : "waiver lapsed")
                    .text(" by " + waiver.owner() + " until " + waiver.until() + ": " + waiver.reason())
                    .raw("</p>\n");
        }
    }
}
