package org.tongwen.xsd.finding;

/**
 * Writes findings as lines for a terminal or a log: {@code place: [ERROR] message | id}. Names, paths and values come from documents of
 * strangers; characters in them that command a terminal, end a line or turn its direction are written as escapes.
 */
public final class FindingText {

    private static final int SHOWN = 60;

    private FindingText() {}

    /** One finding; a hint stands on a second line, indented. */
    public static String line(Finding finding) {
        String place = VisibleText.of(finding.place().toString());
        String value = finding.value().map(FindingText::quoted).orElse("");
        String head = place.isEmpty() ? "" : place + ": ";
        String hint = finding.hint().isEmpty() ? "" : "\n    " + VisibleText.of(finding.hint());
        String said = VisibleText.of(finding.message()) + value + " | " + VisibleText.of(finding.id());
        return head + "[" + finding.severity() + "] " + said + hint;
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
        return ": \"" + VisibleText.of(kept) + "\"";
    }
}
