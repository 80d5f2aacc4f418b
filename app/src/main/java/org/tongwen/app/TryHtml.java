package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report of {@code map try} as one HTML page that needs nothing else. It has no script, and all that comes from documents is text. */
final class TryHtml {

    private static final String STYLE = """
            body { font: 15px/1.5 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #222; }
            h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin: 2em 0 .5em; }
            pre { background: #f6f6f4; padding: 1em; overflow-x: auto; font: 13px/1.4 monospace; }
            table { border-collapse: collapse; font-size: 13px; } td { border-top: 1px solid #ddd; padding: .2em .8em .2em 0; vertical-align: top; }
            .gone { color: #a00; } .come { color: #060; } .error { color: #a00; font-weight: bold; }
            """;

    private TryHtml() {}

    static byte[] of(TryReport report) {
        String title = escaped(report.title());
        String sections = report.sections().stream().map(TryHtml::section).collect(Collectors.joining());
        return ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title
                        + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n"
                        + sections
                        + "</body>\n</html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String section(TryReport.Section section) {
        String table = section.rows().isEmpty()
                ? ""
                : section.rows().stream().map(TryHtml::row).collect(Collectors.joining("", "<table>\n", "</table>\n"));
        String text = section.text().isBlank()
                ? ""
                : section.text().lines().map(TryHtml::line).collect(Collectors.joining("\n", "<pre>", "</pre>\n"));
        return "<h2>" + escaped(section.title()) + "</h2>\n" + table + text;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<td>" + escaped(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String line(String line) {
        String kind = line.startsWith("-") ? "gone" : line.startsWith("+") ? "come" : "";
        String shown = escaped(line).replace("[ERROR]", "<span class=\"error\">[ERROR]</span>");
        return kind.isEmpty() ? shown : "<span class=\"" + kind + "\">" + shown + "</span>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
