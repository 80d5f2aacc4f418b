package org.tongwen.mappings.format.mt;

import java.util.Arrays;

/** The lines of a field: where each begins and ends in a text, without its line end. */
final class FieldLines {

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int size;

    static FieldLines of(int start, int end) {
        FieldLines lines = new FieldLines();
        lines.add(start, end);
        return lines;
    }

    void clear() {
        size = 0;
    }

    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    /** Where the first line begins. */
    int start() {
        return starts[0];
    }

    /** Where the last line ends. */
    int end() {
        return ends[size - 1];
    }
}
