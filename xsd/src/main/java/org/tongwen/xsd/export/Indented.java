package org.tongwen.xsd.export;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML Schema elements, one a line, indented by two blanks a level. */
final class Indented {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Whether the tag of the innermost element may still take attributes. */
    private boolean inTag;

    void line(String line) {
        text.append(line).append('\n');
    }

    Indented open(String kind) {
        endTag();
        text.append("  ".repeat(open.size())).append("<xs:").append(kind);
        open.push(kind);
        inTag = true;
        return this;
    }

    Indented with(String attribute, String value) {
        text.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    void close() {
        String kind = open.pop();
        if (inTag) {
            text.append("/>\n");
            inTag = false;
        } else {
            line("  ".repeat(open.size()) + "</xs:" + kind + ">");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void endTag() {
        if (inTag) {
            text.append(">\n");
            inTag = false;
        }
    }

    /** Line feeds and tabs would come back as blanks unless they are written as references. */
    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }
}
