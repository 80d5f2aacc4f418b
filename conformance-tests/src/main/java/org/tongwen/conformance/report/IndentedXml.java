package org.tongwen.conformance.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts each element of a message on its own line, so that people can read it. It does not parse: a message may be damaged, and what is
 * damaged is what a report has to show. Nothing but white space between elements is added.
 */
final class IndentedXml {

    private static final Pattern BETWEEN = Pattern.compile(">[ \\t\\r\\n]*<");
    private static final int DEEPEST = 20;

    private IndentedXml() {}

    /** The text with lines and indents when it looks like a message on few lines; any other text as it is. */
    static String of(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("<") || trimmed.lines().count() > 3) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        int depth = 0;
        for (String piece : BETWEEN.matcher(trimmed)
                .replaceAll(Matcher.quoteReplacement(">\n<"))
                .split("\n")) {
            depth -= piece.startsWith("</") ? 1 : 0;
            lines.append(lines.length() == 0 ? "" : "\n")
                    .append("  ".repeat(Math.max(0, Math.min(depth, DEEPEST))))
                    .append(piece);
            depth += opens(piece) ? 1 : 0;
        }
        return lines.toString();
    }

    /** Whether more of the element follows on other lines. */
    private static boolean opens(String piece) {
        return piece.startsWith("<")
                && !piece.startsWith("</")
                && !piece.startsWith("<?")
                && !piece.startsWith("<!")
                && !piece.endsWith("/>")
                && !piece.contains("</");
    }
}
