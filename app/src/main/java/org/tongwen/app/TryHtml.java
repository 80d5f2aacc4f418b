package org.tongwen.app;

import org.tongwen.mappings.report.Page;

/** Writes a report of {@code map try} as one HTML page. */
final class TryHtml {

    private static final String ERROR = "[ERROR]";

    private TryHtml() {}

    static byte[] of(TryReport report) {
        Page page = new Page(report.title());
        page.element("h1", report.title()).raw("\n");
        for (TryReport.Section section : report.sections()) {
            page.table(section.title(), section.table());
            if (!section.text().isBlank()) {
                if (!section.title().equals(report.title())) {
                    page.element("h2", section.title());
                }
                page.raw("\n<pre>");
                section.text().lines().forEach(line -> line(line, page));
                page.raw("</pre>\n");
            }
        }
        return page.bytes();
    }

    private static void line(String line, Page page) {
        int error = line.indexOf(ERROR);
        if (error >= 0) {
            page.text(line.substring(0, error))
                    .element("b class=\"error\"", ERROR)
                    .text(line.substring(error + ERROR.length()));
        } else if (line.startsWith("-")) {
            page.element("span class=\"gone\"", line);
        } else if (line.startsWith("+")) {
            page.element("span class=\"come\"", line);
        } else {
            page.text(line);
        }
        page.raw("\n");
    }
}
