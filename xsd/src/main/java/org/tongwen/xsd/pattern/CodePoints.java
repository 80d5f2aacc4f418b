package org.tongwen.xsd.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A set of Unicode characters, as the points at which belonging to it begins and ends. */
final class CodePoints {

    private static final int END = Character.MAX_CODE_POINT + 1;

    static final CodePoints NONE = new CodePoints(new int[0]);
    static final CodePoints ALL = range(0, Character.MAX_CODE_POINT);

    /** Ascending; even places hold the first character of a range, odd ones the character behind its last. */
    private final int[] bounds;

    private CodePoints(int[] bounds) {
        this.bounds = bounds;
    }

    static CodePoints of(int codePoint) {
        return range(codePoint, codePoint);
    }

    static CodePoints of(String characters) {
        List<CodePoints> single = new ArrayList<>();
        for (int i = 0; i < characters.length(); i = characters.offsetByCodePoints(i, 1)) {
            single.add(of(characters.codePointAt(i)));
        }
        return any(single);
    }

    /** What belongs to any of the sets. They are joined by halves, or many would be copied again for each of them. */
    static CodePoints any(List<CodePoints> sets) {
        int half = sets.size() / 2;
        return switch (sets.size()) {
            case 0 -> NONE;
            case 1 -> sets.get(0);
            default -> any(sets.subList(0, half)).or(any(sets.subList(half, sets.size())));
        };
    }

    /** Both ends belong to it. */
    static CodePoints range(int first, int last) {
        return new CodePoints(new int[] {first, last + 1});
    }

    static CodePoints where(IntPredicate belongs) {
        IntStream.Builder changes = IntStream.builder();
        boolean inside = false;
        for (int c = 0; c < END; c++) {
            if (belongs.test(c) != inside) {
                changes.add(c);
                inside = !inside;
            }
        }
        if (inside) {
            changes.add(END);
        }
        return new CodePoints(changes.build().toArray());
    }

    boolean contains(int codePoint) {
        int found = Arrays.binarySearch(bounds, codePoint);
        int begun = found >= 0 ? found + 1 : -found - 1;
        return begun % 2 == 1;
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    /** Its character when there is just one, or -1. */
    int single() {
        return bounds.length == 2 && bounds[1] - bounds[0] == 1 ? bounds[0] : -1;
    }

    CodePoints not() {
        return merged(ALL, 1, 1);
    }

    CodePoints or(CodePoints other) {
        return merged(other, 1, 2);
    }

    CodePoints and(CodePoints other) {
        return merged(other, 2, 2);
    }

    CodePoints without(CodePoints other) {
        return and(other.not());
    }

    /** Where belonging changes, in ascending order. */
    int[] changes() {
        return bounds.clone();
    }

    /** Its characters in ascending order. */
    IntStream stream() {
        return IntStream.range(0, bounds.length / 2).flatMap(i -> IntStream.range(bounds[2 * i], bounds[2 * i + 1]));
    }

    /** A character class for {@code java.util.regex}. */
    String regex() {
        if (isEmpty()) {
            return "(?!)";
        }
        StringBuilder ranges = new StringBuilder("[");
        for (int i = 0; i < bounds.length; i += 2) {
            ranges.append(String.format("\\x{%X}-\\x{%X}", bounds[i], bounds[i + 1] - 1));
        }
        return ranges.append(']').toString();
    }

    /** What belongs to so many of the two sets. Loops, as in the reader of schemas: patterns are read while a process starts. */
    private CodePoints merged(CodePoints other, int least, int most) {
        int[] changes = new int[bounds.length + other.bounds.length];
        int size = 0;
        int mine = 0;
        int others = 0;
        while (mine < bounds.length || others < other.bounds.length) {
            int point = Math.min(bound(mine), other.bound(others));
            mine += bound(mine) == point ? 1 : 0;
            others += other.bound(others) == point ? 1 : 0;
            int sets = mine % 2 + others % 2;
            boolean inside = size % 2 == 1;
            if ((least <= sets && sets <= most) != inside) {
                changes[size++] = point;
            }
        }
        return new CodePoints(Arrays.copyOf(changes, size));
    }

    private int bound(int place) {
        return place < bounds.length ? bounds[place] : Integer.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodePoints points && Arrays.equals(bounds, points.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}
