package org.tongwen.mappings.format;

import java.util.regex.Pattern;
import org.tongwen.xsd.pattern.CountedText;

/**
 * A pattern of a JSON Schema (ECMA-262), run by the JDK with a limit of steps: a pattern that backtracks without end is given up and
 * reported, so that no document can hold a thread.
 */
final class SchemaPattern {

    private final Pattern pattern;

    /** Throws {@link java.util.regex.PatternSyntaxException} when the pattern is wrong. */
    SchemaPattern(String ecma) {
        this.pattern = Pattern.compile(translated(ecma));
    }

    /** Whether the pattern is found in the text; unknown when that takes too many steps. */
    SchemaVerdict judge(String value) {
        try {
            return SchemaVerdict.of(pattern.matcher(new CountedText(value)).find());
        } catch (CountedText.TooManyLooksException | StackOverflowError e) {
            return SchemaVerdict.UNKNOWN;
        }
    }

    /** Writes an ECMA-262 pattern for the JDK: where the two read the same characters differently. */
    private static String translated(String ecma) {
        StringBuilder jdk = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < ecma.length(); i++) {
            char character = ecma.charAt(i);
            if (character == '\\' && i + 1 < ecma.length()) {
                i++;
                jdk.append(escape(ecma, i));
            } else {
                jdk.append(plain(character, inClass));
                inClass = inClass ? character != ']' : character == '[';
            }
        }
        return jdk.toString();
    }

    /** {@code $} is the very end, not before a last line feed; inside a class the JDK knows classes and intersections. */
    private static String plain(char character, boolean inClass) {
        boolean special = inClass ? character == '[' || character == '&' : character == '$';
        return !special ? Character.toString(character) : inClass ? "\\" + character : "\\z";
    }

    /** A backslash and its character; code points in braces are written with x in the JDK. */
    private static String escape(String ecma, int at) {
        return ecma.startsWith("u{", at) ? "\\x" : "\\" + ecma.charAt(at);
    }
}
