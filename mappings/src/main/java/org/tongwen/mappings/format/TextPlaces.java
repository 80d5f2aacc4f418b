package org.tongwen.mappings.format;

import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/**
 * Finds line and column of places in a text, counted in characters. The first place that is asked for makes one pass over the text, each
 * one only looks at a part of it. Safe to share between threads.
 */
final class TextPlaces implements Tree.Origin {

    /** Characters between two marks. */
    private static final int STRIDE = 32;

    private final char[] text;
    private final int length;
    private final String document;

    /** Line and column, in turns, at the beginning of each stride; two threads may both make them, to the same effect. */
    private int @Nullable [] marks;

    TextPlaces(char[] text, int length, String document) {
        this.text = text;
        this.length = length;
        this.document = document;
    }

    /** The place of the character at an offset of the text, or of its end. */
    @Override
    public Place at(int offset, String pointer) {
        int wanted = Math.min(offset, length);
        int[] known = marks();
        int mark = wanted / STRIDE;
        Walk walk = new Walk(mark * STRIDE, known[2 * mark], known[2 * mark + 1]);
        while (walk.offset < wanted) {
            walk.step();
        }
        return new Place(document, walk.line, walk.column, pointer);
    }

    private int[] marks() {
        int[] known = marks;
        if (known == null) {
            known = new int[2 * (length / STRIDE + 1)];
            Walk walk = new Walk(0, 1, 1);
            for (int mark = 0; 2 * mark < known.length; mark++) {
                known[2 * mark] = walk.line;
                known[2 * mark + 1] = walk.column;
                for (int i = 0; i < STRIDE && walk.offset < length; i++) {
                    walk.step();
                }
            }
            marks = known;
        }
        return known;
    }

    private final class Walk {
        private int offset;
        private int line;
        private int column;

        Walk(int offset, int line, int column) {
            this.offset = offset;
            this.line = line;
            this.column = column;
        }

        void step() {
            char passed = text[offset];
            offset++;
            char next = offset < length ? text[offset] : 0;
            if (passed == '\n' || passed == '\r' && next != '\n') {
                line++;
                column = 1;
            } else if (passed != '\r' && !(Character.isHighSurrogate(passed) && Character.isLowSurrogate(next))) {
                column++;
            }
        }
    }
}
