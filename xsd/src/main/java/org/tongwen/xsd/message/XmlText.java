package org.tongwen.xsd.message;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** XML as it is written: indented by two blanks, every character that has a meaning in XML escaped. */
final class XmlText {

    private static final byte[] DECLARATION = ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private static final byte[][] INDENTS = IntStream.range(0, 12)
            .mapToObj(depth -> ascii("\n" + "  ".repeat(depth)))
            .toArray(byte[][]::new);
    private static final String ESCAPED_IN_VALUES = "\"\t\n";

    private final Utf8Text xml = new Utf8Text(4_096);

    /** Whether the last tag may still take attributes. */
    private boolean inTag;

    XmlText() {
        xml.add(DECLARATION);
    }

    /** Begins a line. */
    void line(int depth) {
        endTag();
        if (depth < INDENTS.length) {
            xml.add(INDENTS[depth]);
        } else {
            xml.add('\n').add("  ".repeat(depth));
        }
    }

    void start(String name) {
        endTag();
        xml.add('<').add(name);
        inTag = true;
    }

    void attribute(String name, String value) {
        xml.add(' ').add(name).add("=\"");
        escaped(value, ESCAPED_IN_VALUES);
        xml.add('"');
    }

    void text(String text) {
        endTag();
        escaped(text, "");
    }

    void end(String name) {
        endTag();
        xml.add('<').add('/').add(name).add('>');
    }

    private void endTag() {
        if (inTag) {
            xml.add('>');
            inTag = false;
        }
    }

    /** Adds runs of characters that need no escape as they are. */
    private void escaped(String text, String more) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > '>' ? character >= '\uD800' : isSpecial(character, more)) {
                String escape = escape(text, i);
                if (!escape.isEmpty()) {
                    xml.add(text, written, i).add(escape);
                    written = i + 1;
                }
            }
        }
        xml.add(text, written, text.length());
    }

    private static boolean isSpecial(char character, String more) {
        return character == '<'
                || character == '>'
                || character == '&'
                || character < ' ' && character != '\t' && character != '\n'
                || more.indexOf(character) >= 0;
    }

    /** What stands for a character that may mean something; empty when it stands for itself. */
    private static String escape(String text, int at) {
        char character = text.charAt(at);
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> at > 0 && text.charAt(at - 1) == ']' ? "&gt;" : "";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\t', '\n', '\r' -> "&#x" + Integer.toHexString(character) + ";";
            default -> {
                requireSound(text, at);
                yield "";
            }
        };
    }

    private static void requireSound(String text, int at) {
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
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** How many bytes there are so far, with the tag that was begun last closed. */
    int offset() {
        endTag();
        return xml.length();
    }

    /** How long the text is. */
    int length() {
        return xml.length();
    }

    /** The bytes up to an offset; they are then forgotten. */
    byte[] take(int end) {
        return xml.take(end);
    }

    byte[] bytes() {
        return xml.add('\n').bytes();
    }
}
