package org.tongwen.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A run as one HTML page that needs nothing beside it: no script, no font, no picture. It reads on screens of any width, light or dark, and
 * prints. The browser itself is told to run nothing, so that a hole in the escaping would still do no harm.
 */
public final class ReportPage {

    /** The name of the file in a run's folder. */
    public static final String FILE = "report.html";

    private ReportPage() {}

    /**
     * The page.
     *
     * @param exchanges what was sent and received in the cases that did not pass
     */
    public static byte[] of(RunReport report, Exchanges exchanges) {
        Html page = new Html();
        head(page, report);
        new SummarySection(report).write(page);
        new FailureSection(report, exchanges).write(page);
        new OpenSection(report).write(page);
        new RequirementSection(report).write(page);
        new DetailSection(report).write(page);
        page.raw("</body>\n</html>\n");
        return page.bytes();
    }

    private static void head(Html page, RunReport report) {
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element(
                        "title",
                        Verdict.of(report).words() + ": "
                                + Limits.name(report.run().participant().name()) + ", "
                                + report.run().plan().id())
                .raw("\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n");
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the report cannot be read", e);
        }
    }
}
