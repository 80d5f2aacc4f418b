package org.tongwen.xsd.finding;

import java.util.stream.Collectors;

/** Writes findings as lines for a terminal or a log: {@code place: [ERROR] message | id}. */
public final class FindingText {

    private static final int SHOWN = 60;

    private FindingText() {}

    /** One finding; a hint stands on a second line, indented. */
    public static String line(Finding finding) {
        String place = finding.place().toString();
        String value = finding.value().map(FindingText::quoted).orElse("");
        String head = place.isEmpty() ? "" : place + ": ";
        String hint = finding.hint().isEmpty() ? "" : "\n    " + finding.hint();
        return head + "[" + finding.severity() + "] " + finding.message() + value + " | " + finding.id() + hint;
    }

    /** All of them, one after the other, each ended by a line feed. */
    public static String lines(Iterable<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(line(finding)).append('\n'));
        return text.toString();
    }

    private static String quoted(String value) {
        int length = value.codePointCount(0, value.length());
        String kept = length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        return ": \"" + kept.codePoints().mapToObj(FindingText::visible).collect(Collectors.joining()) + "\"";
    }

    private static String visible(int character) {
        return Character.isISOControl(character) ? String.format("\\u%04x", character) : Character.toString(character);
    }
}
