package org.tongwen.xsd.definition;

import java.util.Arrays;
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
        return characters.codePoints().mapToObj(CodePoints::of).reduce(NONE, CodePoints::or);
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

    CodePoints not() {
        boolean fromZero = bounds.length > 0 && bounds[0] == 0;
        boolean toEnd = bounds.length > 0 && bounds[bounds.length - 1] == END;
        IntStream inner = Arrays.stream(bounds, fromZero ? 1 : 0, bounds.length - (toEnd ? 1 : 0));
        IntStream start = fromZero ? IntStream.empty() : IntStream.of(0);
        IntStream end = toEnd ? IntStream.empty() : IntStream.of(END);
        return new CodePoints(
                IntStream.concat(IntStream.concat(start, inner), end).toArray());
    }

    CodePoints or(CodePoints other) {
        return merged(other, 1);
    }

    CodePoints and(CodePoints other) {
        return merged(other, 2);
    }

    CodePoints without(CodePoints other) {
        return and(other.not());
    }

    /** Where belonging changes, in ascending order. */
    IntStream changes() {
        return Arrays.stream(bounds);
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

    /** What belongs to at least so many of the two sets. */
    private CodePoints merged(CodePoints other, int sets) {
        int[] points =
                IntStream.concat(changes(), other.changes()).sorted().distinct().toArray();
        IntStream.Builder changes = IntStream.builder();
        boolean inside = false;
        for (int point : points) {
            int count = (contains(point) ? 1 : 0) + (other.contains(point) ? 1 : 0);
            if (count >= sets != inside) {
                changes.add(point);
                inside = !inside;
            }
        }
        return new CodePoints(changes.build().toArray());
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
