package org.tongwen.xsd.finding;

import java.util.stream.Collectors;

/** Makes text from documents and schemas of strangers safe to print. */
public final class VisibleText {

    private VisibleText() {}

    /** The text with escapes such as {@code \u001b} for all characters that command a terminal, end a line, turn its direction or cannot be written. */
    public static String of(String text) {
        return text.codePoints().allMatch(VisibleText::isHarmless)
                ? text
                : text.codePoints()
                        .mapToObj(c -> isHarmless(c) ? Character.toString(c) : String.format("\\u%04x", c))
                        .collect(Collectors.joining());
    }

    /** How many columns of a terminal a text takes: Chinese characters take two, marks that join the character before them none. */
    public static int width(String text) {
        return text.codePoints().map(VisibleText::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean full = character >= 0xFF01 && character <= 0xFF60 || character >= 0x3000 && character <= 0x30FF;
        boolean hangul = character >= 0xAC00 && character <= 0xD7A3;
        return full || hangul || Character.isIdeographic(character) ? 2 : 1;
    }

    private static boolean isHarmless(int character) {
        boolean endsLine = character == 0x2028 || character == 0x2029;
        boolean turnsDirection = character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
        return !Character.isISOControl(character) && !endsLine && !turnsDirection && !isNoCharacter(character);
    }

    /** Half of a character, and what Unicode keeps free: XML and UTF-8 have no way to write it, or readers replace it. */
    private static boolean isNoCharacter(int character) {
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean free = (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        return half || free || character == 0xFEFF;
    }
}
