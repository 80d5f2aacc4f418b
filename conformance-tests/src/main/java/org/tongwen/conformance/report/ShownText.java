package org.tongwen.conformance.report;

import java.util.stream.Collectors;
import org.tongwen.xsd.finding.VisibleText;

/** Text of a stranger, shortened, and with escapes for what would command a terminal, turn the direction or break a document. */
final class ShownText {

    private ShownText() {}

    /** The beginning of a text, with how much there is in all. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + String.format("… (shortened; %,d characters in all)", text.length());
    }

    /** On one line. */
    static String line(String text) {
        return VisibleText.of(text);
    }

    /** With its lines as they are. */
    static String lines(String text) {
        return text.lines().map(ShownText::line).collect(Collectors.joining("\n"));
    }
}
