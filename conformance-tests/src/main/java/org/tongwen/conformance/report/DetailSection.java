package org.tongwen.conformance.report;

import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.run.RunResult;

/** Waivers, how the run was configured, and the digests by which others can tell that they speak of the same. */
final class DetailSection {

    private final RunReport report;

    DetailSection(RunReport report) {
        this.report = report;
    }

    void write(Html page) {
        waivers(page);
        configuration(page);
        digests(page);
    }

    private void waivers(Html page) {
        if (report.waivers().isEmpty()) {
            return;
        }
        page.raw("<h2 id=\"waivers\">Waivers</h2>\n<table>\n<thead><tr><th scope=\"col\">Requirement</th>")
                .raw(
                        "<th scope=\"col\">Until</th><th scope=\"col\">Owner</th><th scope=\"col\">Reason</th></tr></thead>\n<tbody>\n");
        for (Waiver waiver : report.waivers()) {
            page.raw("<tr>")
                    .element("th scope=\"row\"", waiver.requirement())
                    .raw("<td>")
                    .text(waiver.until().toString());
            if (!waiver.holdsOn(report.day())) {
                page.raw(" ").badge("waived", "lapsed");
            }
            page.raw("</td>").isolated("td", Limits.name(waiver.owner()));
            page.isolated("td", Limits.reason(waiver.reason())).raw("</tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void configuration(Html page) {
        page.raw("<h2 id=\"configuration\">Configuration</h2>\n<dl>\n");
        report.configuration().forEach(each -> page.fact(each.name(), Limits.reason(each.value())));
        page.raw("</dl>\n");
        if (!report.run().preflight().checks().isEmpty()) {
            page.element("p class=\"soft\"", "Checked before the run:").raw("<ul>\n");
            report.run()
                    .preflight()
                    .checks()
                    .forEach(check -> page.isolated("li", Limits.reason(check)).raw("\n"));
            page.raw("</ul>\n");
        }
    }

    private void digests(Html page) {
        RunResult run = report.run();
        page.raw("<h2 id=\"digests\">Digests</h2>\n")
                .element("p class=\"soft\"", "SHA-256. Whoever has the same plan, rules and evidence gets the same.")
                .raw("\n<dl>\n")
                .fact("Plan " + run.plan().id(), run.plan().digest());
        run.packs().forEach((pack, digest) -> page.fact("Rules " + pack, digest));
        page.fact(
                "Evidence",
                new Summary(report).exchanges() + ", the last with "
                        + run.evidence().head());
        report.issued().ifPresent(issued -> page.fact("Signed with key", issued.issuer()));
        page.fact("Engine", "Tongwen " + run.engine()).raw("</dl>\n");
        page.raw("<footer>").text(check()).raw("</footer>\n");
    }

    private String check() {
        return report.issued().isPresent()
                ? "The certificate is the proof, not this page: ./tongwen conformance verify certificate.jws --key ISSUER.pub.pem"
                        + " --evidence . checks it without network."
                : "This page tells of a run and proves nothing by itself; only a signed certificate does.";
    }
}
