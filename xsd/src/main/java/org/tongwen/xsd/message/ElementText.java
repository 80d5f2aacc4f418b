package org.tongwen.xsd.message;

import org.jspecify.annotations.Nullable;

/** The text of an element, which mostly comes in one piece. */
final class ElementText {

    private String text = "";
    private @Nullable StringBuilder pieces;

    void add(String piece) {
        if (pieces != null) {
            pieces.append(piece);
        } else if (text.isEmpty()) {
            text = piece;
        } else {
            pieces = new StringBuilder(text).append(piece);
        }
    }

    /** All text since it was last taken. */
    String take() {
        String all = pieces == null ? text : pieces.toString();
        text = "";
        pieces = null;
        return all;
    }
}
