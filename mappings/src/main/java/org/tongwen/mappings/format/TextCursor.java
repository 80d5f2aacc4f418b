package org.tongwen.mappings.format;

import org.tongwen.xsd.finding.Place;

/** Finds line and column of places in a text, counted in characters. Asking in document order makes one pass over the text. */
final class TextCursor {

    private final String text;
    private final String document;
    private int offset;
    private int line = 1;
    private int column = 1;

    TextCursor(String text, String document) {
        this.text = text;
        this.document = document;
    }

    /** The place of the character at an offset of the text. */
    Place at(int wanted, String path) {
        if (wanted < offset) {
            restart();
        }
        while (offset < wanted && offset < text.length()) {
            step();
        }
        return new Place(document, line, column, path);
    }

    private void restart() {
        offset = 0;
        line = 1;
        column = 1;
    }

    private void step() {
        char passed = text.charAt(offset);
        offset++;
        if (passed == '\n' || passed == '\r' && !next('\n')) {
            line++;
            column = 1;
        } else if (passed != '\r' && !(Character.isHighSurrogate(passed) && nextIsLow())) {
            column++;
        }
    }

    private boolean next(char character) {
        return offset < text.length() && text.charAt(offset) == character;
    }

    private boolean nextIsLow() {
        return offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    }
}
