package org.tongwen.conformance.report;

import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;

/** Every requirement with its cases, in the plan's order. */
final class RequirementSection {

    private final RunReport report;

    RequirementSection(RunReport report) {
        this.report = report;
    }

    void write(Html page) {
        page.raw("<h2 id=\"all\">All requirements</h2>\n<table class=\"all\">\n")
                .raw("<thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Requirement</th>")
                .raw("<th scope=\"col\">Cases</th></tr></thead>\n<tbody>\n");
        report.run().requirements().forEach(result -> row(result, page));
        page.raw("</tbody>\n</table>\n");
    }

    private void row(RequirementResult result, Html page) {
        Requirement requirement = result.requirement();
        Standing standing = Standing.of(result);
        page.raw("<tr id=\"" + Anchor.ofLine(result) + "\"><td>").badge(standing.word(), standing.words());
        if (report.isWaived(result)) {
            page.raw(" ").badge("waived", "waived");
        }
        page.raw("</td><td>");
        if (standing == Standing.FAIL || standing == Standing.ERROR) {
            page.raw("<strong>");
            Anchor.link(result, page);
            page.raw("</strong>");
        } else {
            page.element("strong", requirement.id());
        }
        page.raw("<br>").text(requirement.text()).raw("<br>").element("span class=\"soft small\"", tail(requirement));
        page.raw("</td><td>");
        cases(result, page);
        page.raw("</td></tr>\n");
    }

    private static String tail(Requirement requirement) {
        String roles = requirement.roles().isEmpty() ? "" : " · " + String.join(", ", requirement.roles());
        return requirement.clause() + " · " + requirement.severity().word() + roles;
    }

    private static void cases(RequirementResult result, Html page) {
        if (result.cases().isEmpty()) {
            page.raw("<span class=\"soft\">").text("none").raw("</span>");
            return;
        }
        page.raw("<ul>");
        result.cases().forEach(tried -> tried(tried, page));
        page.raw("</ul>");
    }

    private static void tried(CaseResult tried, Html page) {
        page.raw("<li>").isolated("span", Limits.name(tried.title()));
        if (tried.outcome() != Outcome.PASS) {
            page.raw(" ").badge(Words.kind(tried.outcome()), Words.of(tried.outcome()));
        }
        page.raw("</li>");
    }
}
