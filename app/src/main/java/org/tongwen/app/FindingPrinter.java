package org.tongwen.app;

import java.util.List;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** Prints findings on standard error, with colours on a screen that has them. */
final class FindingPrinter {

    private static final String PLAIN = "\u001b[0m";

    private FindingPrinter() {}

    static void print(List<Finding> findings, Terminal terminal) {
        findings.forEach(finding -> terminal.err().print(line(finding, terminal.colour()) + "\n"));
        terminal.err().flush();
    }

    /** With the lines that they speak of below each. */
    static void print(List<Finding> findings, Terminal terminal, Excerpts excerpts) {
        findings.forEach(
                finding -> terminal.err().print(line(finding, terminal.colour()) + "\n" + excerpts.of(finding)));
        terminal.err().flush();
    }

    /** The findings at their places in a named document; those that name another document stay. */
    static List<Finding> in(String document, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.at(finding.place().orIn(document)))
                .toList();
    }

    private static String line(Finding finding, boolean colour) {
        String line = FindingText.line(finding);
        if (!colour) {
            return line;
        }
        Place place = finding.place();
        String before = FindingText.line(finding.at(Place.NOWHERE));
        int start = place.equals(Place.NOWHERE) ? 0 : line.length() - before.length();
        int end = start + finding.severity().name().length() + 2;
        return line.substring(0, start)
                + colour(finding.severity())
                + line.substring(start, end)
                + PLAIN
                + line.substring(end);
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001b[31m";
            case WARNING -> "\u001b[33m";
            case NOTE -> "\u001b[36m";
        };
    }
}
