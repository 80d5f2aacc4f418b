package org.tongwen.conformance.json;

import java.util.stream.Collectors;

/** Text that UTF-8 can hold. */
final class WellFormed {

    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    static boolean is(String text) {
        return text.codePoints().noneMatch(WellFormed::isLone);
    }

    /** The text with the replacement character for each lone surrogate. */
    static String of(String text) {
        return is(text)
                ? text
                : text.codePoints()
                        .map(c -> isLone(c) ? REPLACEMENT : c)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    private static boolean isLone(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
