package org.tongwen.mappings.format.mt;

import org.tongwen.xsd.finding.Place;

/** A piece of the user's file together with where it begins. Lines and columns count from 1, columns in characters. */
record Slice(String text, int line, int column) {

    Slice part(int start, int end) {
        return new Slice(text.substring(start, end), lineAt(start), columnAt(start));
    }

    Slice from(int start) {
        return part(start, text.length());
    }

    Slice end() {
        return from(text.length());
    }

    Place place(String path) {
        return Place.of(line, column, path);
    }

    /** The place of the character at that offset. */
    Place place(int offset, String path) {
        return Place.of(lineAt(offset), columnAt(offset), path);
    }

    private int lineAt(int offset) {
        return line
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private int columnAt(int offset) {
        int lineBreak = text.lastIndexOf('\n', offset - 1);
        int before = text.codePointCount(lineBreak + 1, offset);
        return lineBreak < 0 ? column + before : before + 1;
    }
}
