package org.tongwen.conformance.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.Finding;

/** Who was tested for what, the verdict in one sentence, and the numbers. */
final class SummarySection {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String CHECK = "<path d=\"M7 16.5l6 6L25.5 9.5\"/>";
    private static final String CROSS = "<path d=\"M9 9l14 14M23 9L9 23\"/>";
    private static final String PAUSE = "<path d=\"M12 9v14M20 9v14\"/>";

    private final RunReport report;
    private final RunResult run;
    private final Summary summary;

    SummarySection(RunReport report) {
        this.report = report;
        this.run = report.run();
        this.summary = new Summary(report);
    }

    void write(Html page) {
        page.raw("<header>\n")
                .element(
                        "p class=\"eyebrow\"",
                        "Conformance report · " + run.plan().title())
                .raw("\n")
                .isolated("h1", Limits.name(run.participant().name()))
                .raw("\n");
        verdict(page);
        numbers(page);
        facts(page);
        page.raw("</header>\n");
        contents(page);
        new ReasonSection(report).write(page);
    }

    private void verdict(Html page) {
        Verdict verdict = Verdict.of(report);
        String icon = verdict.isConformant() ? CHECK : verdict == Verdict.NOT_CONFORMANT ? CROSS : PAUSE;
        page.raw("<div class=\"verdict " + colour(verdict) + "\">")
                .raw(
                        "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3.5\""
                                + " stroke-linecap=\"round\" stroke-linejoin=\"round\">" + icon + "</svg>\n<div>")
                .element("strong", verdict.words())
                .isolated("p", Limits.reason(summary.sentence()))
                .raw("</div></div>\n");
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case CONFORMANT -> "good";
            case NOT_CONFORMANT -> "bad";
            case WAIVED, INCOMPLETE, SUITE_ERROR, CONFIGURATION -> "warn";
        };
    }

    private void numbers(Html page) {
        List<Standing> standings = Arrays.asList(Standing.values());
        String told = standings.stream()
                .filter(standing -> summary.count(standing) > 0)
                .map(standing -> summary.count(standing) + " " + standing.words())
                .collect(Collectors.joining(", "));
        page.raw("<div class=\"bar\" role=\"img\" aria-label=\"Requirements: " + Html.attribute(told) + "\">");
        standings.stream()
                .filter(standing -> summary.count(standing) > 0)
                .forEach(standing -> page.raw("<span class=\"" + standing.word() + "\" style=\"flex:"
                        + summary.count(standing) + "\"></span>"));
        page.raw("</div>\n<ul class=\"counts\">");
        standings.forEach(standing -> count(standing, page));
        page.raw("</ul>\n");
    }

    private void count(Standing standing, Html page) {
        long count = summary.count(standing);
        page.raw(count == 0 ? "<li class=\"none\">" : "<li>")
                .element("b", String.valueOf(count))
                .text(" " + standing.words())
                .raw("</li>");
    }

    private void facts(Html page) {
        page.raw("<dl>\n").fact("Participant", run.participant().id());
        if (!run.participant().roles().isEmpty()) {
            page.fact("Roles", String.join(", ", run.participant().roles()));
        }
        page.fact("Plan", run.plan().id() + ", version " + run.plan().version())
                .fact("Rules as of", run.asOf().toString())
                .fact("Run", minute(run.started()) + ", " + summary.duration() + ", " + summary.exchanges())
                .fact("Certificate", certificate())
                .fact(
                        "Proof",
                        "This page and " + ResultsJson.FILE
                                + " are not signed. Only a certificate that verifies proves the results.")
                .raw("</dl>\n");
    }

    private static String minute(Instant time) {
        return MINUTE.format(time);
    }

    private String certificate() {
        return report.issued()
                .map(issued -> issued.id() + ", valid until " + issued.validUntil())
                .orElseGet(() -> Finding.anyError(report.reasonsAgainst())
                        ? "none; the reasons are below"
                        : "none was asked for; nothing stands against one");
    }

    private void contents(Html page) {
        page.raw("<nav aria-label=\"Contents\">");
        if (FailureSection.isNeeded(report)) {
            page.raw("<a href=\"#failures\">What went wrong</a> ");
        }
        if (OpenSection.isNeeded(report)) {
            page.raw("<a href=\"#open\">Not tested</a> ");
        }
        page.raw("<a href=\"#all\">All requirements</a> ")
                .raw(report.waivers().isEmpty() ? "" : "<a href=\"#waivers\">Waivers</a> ")
                .raw("<a href=\"#configuration\">Configuration</a> <a href=\"#digests\">Digests</a></nav>\n");
    }
}
