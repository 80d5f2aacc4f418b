package org.tongwen.conformance.report;

import java.nio.charset.StandardCharsets;

/** An HTML document in the making. Everything that is not markup of ours goes through {@link #text} or {@link #lines}. */
final class Html {

    private final StringBuilder document = new StringBuilder();

    /** Markup of ours. */
    Html raw(String markup) {
        document.append(markup);
        return this;
    }

    /** Text of anybody, on one line. */
    Html text(String text) {
        return raw(escaped(ShownText.line(Limits.value(text))));
    }

    /** Text of anybody, with its lines as they are. */
    Html lines(String text) {
        return raw(escaped(ShownText.lines(ShownText.shortened(text, 2 * Limits.BODY))));
    }

    /** An element that holds text; the tag may have attributes of ours. */
    Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + name(tag) + ">");
    }

    /** An element whose text reads in its own direction, whatever stands around it. */
    Html isolated(String tag, String text) {
        return element(tag + " dir=\"auto\"", text);
    }

    /** A block that keeps its lines. */
    Html pre(String text) {
        return raw("<pre dir=\"auto\">").lines(text).raw("</pre>\n");
    }

    /** One line of a list of facts. */
    Html fact(String name, String value) {
        return element("dt", name).isolated("dd", value).raw("\n");
    }

    /** A word in a frame, with the class of the same name. */
    Html badge(String kind, String word) {
        return raw("<span class=\"badge " + kind + "\">").text(word).raw("</span>");
    }

    /** An attribute's value. */
    static String attribute(String value) {
        return escaped(ShownText.line(value));
    }

    byte[] bytes() {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(String tag) {
        int end = tag.indexOf(' ');
        return end < 0 ? tag : tag.substring(0, end);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
