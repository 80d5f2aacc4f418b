package org.tongwen.mappings.format.mt;

import org.tongwen.xsd.finding.Place;

/**
 * A piece of the user's file together with where it begins. Lines and columns count from 1, columns in characters.
 *
 * @param fold where the next line of the file begins although the text has no line end there; 0 when it does not
 */
record Slice(String text, int line, int column, int fold) {

    Slice(String text, int line, int column) {
        this(text, line, column, 0);
    }

    Slice part(int start, int end) {
        int within = start < fold && fold < end ? fold - start : 0;
        return new Slice(text.substring(start, end), lineAt(start), columnAt(start), within);
    }

    Slice from(int start) {
        return part(start, text.length());
    }

    Slice end() {
        return from(text.length());
    }

    /** A line and the one behind it as one text, for a value that runs over into it. */
    Slice unfolded(Slice next) {
        return new Slice(text + next.text(), line, column, text.length());
    }

    boolean isUnfolded() {
        return fold > 0;
    }

    Place place(String path) {
        return Place.of(line, column, path);
    }

    /** The place of the character at that offset. */
    Place place(int offset, String path) {
        return Place.of(lineAt(offset), columnAt(offset), path);
    }

    private boolean isBehindFold(int offset) {
        return fold > 0 && offset >= fold;
    }

    private int lineAt(int offset) {
        if (isBehindFold(offset)) {
            return line + 1;
        }
        return line
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private int columnAt(int offset) {
        if (isBehindFold(offset)) {
            return text.codePointCount(fold, offset) + 1;
        }
        int lineBreak = text.lastIndexOf('\n', offset - 1);
        int before = text.codePointCount(lineBreak + 1, offset);
        return lineBreak < 0 ? column + before : before + 1;
    }
}
