package org.tongwen.mappings.sheet;

import java.util.List;
import org.tongwen.xsd.finding.VisibleText;

/** A page in the making. Everything that comes from files goes through {@link #text}: no file can put markup into the page. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Our own markup, as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Somebody's text, with everything escaped that would mean something to a browser or hide something from a reader. */
    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** An element with a text. */
    Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ")[0] + ">");
    }

    /** Texts with a line break between them. */
    Html lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            raw(i == 0 ? "" : "<br>").text(lines.get(i));
        }
        return this;
    }

    static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
