package org.tongwen.xsd.finding;

import java.util.stream.Collectors;

/** Makes text from documents and schemas of strangers safe to print. */
public final class VisibleText {

    private VisibleText() {}

    /** The text with escapes such as {@code \u001b} for all characters that command a terminal, end a line or turn its direction. */
    public static String of(String text) {
        return text.codePoints().allMatch(VisibleText::isHarmless)
                ? text
                : text.codePoints()
                        .mapToObj(c -> isHarmless(c) ? Character.toString(c) : String.format("\\u%04x", c))
                        .collect(Collectors.joining());
    }

    private static boolean isHarmless(int character) {
        boolean endsLine = character == 0x2028 || character == 0x2029;
        boolean turnsDirection = character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
        return !Character.isISOControl(character) && !endsLine && !turnsDirection;
    }
}
