package org.tongwen.xsd.message;

import java.nio.charset.StandardCharsets;

/** XML as it is written: indented by two blanks, every character that has a meaning in XML escaped. */
final class XmlText {

    private static final String[] INDENTS = {"\n", "\n  ", "\n    ", "\n      ", "\n        ", "\n          "};
    private static final String ESCAPED_IN_VALUES = "\"\t\n";

    private final StringBuilder xml = new StringBuilder(2_048);

    /** Whether the last tag may still take attributes. */
    private boolean inTag;

    XmlText() {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /** Begins a line. */
    void line(int depth) {
        endTag();
        if (depth < INDENTS.length) {
            xml.append(INDENTS[depth]);
        } else {
            xml.append('\n').append("  ".repeat(depth));
        }
    }

    void start(String name) {
        endTag();
        xml.append('<').append(name);
        inTag = true;
    }

    void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escaped(value, ESCAPED_IN_VALUES);
        xml.append('"');
    }

    void text(String text) {
        endTag();
        escaped(text, "");
    }

    void end(String name) {
        endTag();
        xml.append("</").append(name).append('>');
    }

    private void endTag() {
        if (inTag) {
            xml.append('>');
            inTag = false;
        }
    }

    /** Appends runs of characters that need no escape as they are. */
    private void escaped(String text, String more) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > '>' ? character >= '\uD800' : isSpecial(character, more)) {
                xml.append(text, written, i).append(escape(text, i));
                written = i + 1;
            }
        }
        if (written == 0) {
            xml.append(text);
        } else {
            xml.append(text, written, text.length());
        }
    }

    private static boolean isSpecial(char character, String more) {
        return character == '<'
                || character == '>'
                || character == '&'
                || character < ' ' && character != '\t' && character != '\n'
                || more.indexOf(character) >= 0;
    }

    private static String escape(String text, int at) {
        char character = text.charAt(at);
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> at > 0 && text.charAt(at - 1) == ']' ? "&gt;" : ">";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\t', '\n', '\r' -> "&#x" + Integer.toHexString(character) + ";";
            default -> sound(text, at);
        };
    }

    private static String sound(String text, int at) {
        char character = text.charAt(at);
        boolean first = Character.isHighSurrogate(character)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        boolean second =
                Character.isLowSurrogate(character) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        boolean beyond =
                character < ' ' || character > '\uFFFD' || Character.isSurrogate(character) && !first && !second;
        if (beyond) {
            throw new IllegalStateException("XML cannot carry the character " + Integer.toHexString(character));
        }
        return Character.toString(character);
    }

    /** How many characters there are so far, with the tag that was begun last closed. */
    int offset() {
        endTag();
        return xml.length();
    }

    /** How long the text is. */
    int length() {
        return xml.length();
    }

    /** The text up to an offset, or to its end, in UTF-8; it is then forgotten. */
    byte[] take(int end) {
        byte[] taken = xml.substring(0, end).getBytes(StandardCharsets.UTF_8);
        xml.delete(0, end);
        return taken;
    }

    byte[] bytes() {
        return xml.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
