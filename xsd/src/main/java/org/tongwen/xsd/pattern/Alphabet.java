package org.tongwen.xsd.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The characters as one expression tells them apart: all that no part of it distinguishes share a column. */
final class Alphabet {

    private static final int ASCII = 128;

    private final int[] bounds;
    private final int[] columnFrom;
    private final List<CodePoints> columns = new ArrayList<>();

    /** Divides the characters by the sets that an expression names. */
    Alphabet(List<CodePoints> sets) {
        List<CodePoints> distinct = List.copyOf(new LinkedHashSet<>(sets));
        bounds = bounds(distinct);
        columnFrom = new int[bounds.length];
        divide(distinct);
    }

    /** Where belonging to any of the sets changes, in ascending order, from the first character on. */
    private static int[] bounds(List<CodePoints> sets) {
        SortedSet<Integer> points = new TreeSet<>();
        points.add(0);
        for (CodePoints set : sets) {
            for (int point : set.changes()) {
                points.add(point);
            }
        }
        points.remove(Character.MAX_CODE_POINT + 1);
        int[] bounds = new int[points.size()];
        int size = 0;
        for (int point : points) {
            bounds[size++] = point;
        }
        return bounds;
    }

    private void divide(List<CodePoints> sets) {
        Map<BitSet, Integer> known = new HashMap<>();
        List<List<CodePoints>> ranges = new ArrayList<>();
        for (int i = 0; i < bounds.length; i++) {
            BitSet memberOf = new BitSet();
            for (int set = 0; set < sets.size(); set++) {
                memberOf.set(set, sets.get(set).contains(bounds[i]));
            }
            int last = i + 1 < bounds.length ? bounds[i + 1] - 1 : Character.MAX_CODE_POINT;
            Integer before = known.putIfAbsent(memberOf, ranges.size());
            int column = before == null ? ranges.size() : before;
            columnFrom[i] = column;
            if (column == ranges.size()) {
                ranges.add(new ArrayList<>());
            }
            ranges.get(column).add(CodePoints.range(bounds[i], last));
        }
        for (List<CodePoints> column : ranges) {
            columns.add(CodePoints.any(column));
        }
    }

    /** Number of columns. */
    int size() {
        return columns.size();
    }

    /** The characters of a column. */
    CodePoints characters(int column) {
        return columns.get(column);
    }

    /** The columns of the characters below 128. */
    int[] ascii() {
        int[] columns = new int[ASCII];
        for (int c = 0; c < ASCII; c++) {
            columns[c] = column(c);
        }
        return columns;
    }

    /** The column of a character. */
    int column(int codePoint) {
        int found = Arrays.binarySearch(bounds, codePoint);
        return columnFrom[found >= 0 ? found : -found - 2];
    }
}
