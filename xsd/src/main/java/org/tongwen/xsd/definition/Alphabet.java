package org.tongwen.xsd.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The characters as one expression tells them apart: all that no part of it distinguishes share a column. */
final class Alphabet {

    private static final int ASCII = 128;

    private final int[] bounds;
    private final int[] columnFrom;
    private final List<CodePoints> columns = new ArrayList<>();

    /** Divides the characters by the sets that an expression names. */
    Alphabet(List<CodePoints> sets) {
        List<CodePoints> distinct = sets.stream().distinct().toList();
        bounds = Stream.concat(
                        Stream.of(0),
                        distinct.stream()
                                .flatMap(set -> set.changes()
                                        .filter(point -> point <= Character.MAX_CODE_POINT)
                                        .boxed()))
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
        columnFrom = new int[bounds.length];
        divide(distinct);
    }

    private void divide(List<CodePoints> sets) {
        Map<BitSet, Integer> known = new HashMap<>();
        for (int i = 0; i < bounds.length; i++) {
            BitSet memberOf = new BitSet();
            for (int set = 0; set < sets.size(); set++) {
                memberOf.set(set, sets.get(set).contains(bounds[i]));
            }
            int last = i + 1 < bounds.length ? bounds[i + 1] - 1 : Character.MAX_CODE_POINT;
            int column = known.computeIfAbsent(memberOf, none -> known.size());
            columnFrom[i] = column;
            if (column == columns.size()) {
                columns.add(CodePoints.NONE);
            }
            columns.set(column, columns.get(column).or(CodePoints.range(bounds[i], last)));
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
        return IntStream.range(0, ASCII).map(this::column).toArray();
    }

    /** The column of a character. */
    int column(int codePoint) {
        int found = Arrays.binarySearch(bounds, codePoint);
        return columnFrom[found >= 0 ? found : -found - 2];
    }
}
