package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a field.
 *
 * @param least how often it must stand
 * @param most how often it may stand
 * @param longest length of the whole line
 * @param joined whether the rest of the field, with its line ends, is one value
 * @param parts what stands in it
 */
record LineRule(int least, int most, int longest, boolean joined, List<Part> parts) {

    /** What a line begins with that continues the one before it. */
    static final String CONTINUED = "//";

    /** Whether it continues the line before it, where lines may stand in any order. */
    boolean continues() {
        return parts.get(0) instanceof Part.Literal literal && literal.text().equals(CONTINUED);
    }

    /** Whether it takes what no other line takes. */
    boolean anyText() {
        return parts.get(0) instanceof Component;
    }

    /** The name of the first component. */
    String name() {
        return names(parts).findFirst().orElse("");
    }

    private static Stream<String> names(List<Part> parts) {
        return parts.stream().flatMap(LineRule::names);
    }

    private static Stream<String> names(Part part) {
        if (part instanceof Component component) {
            return Stream.of(component.name());
        }
        if (part instanceof Part.Maybe maybe) {
            return names(maybe.parts());
        }
        return part instanceof Part.Choice choice
                ? choice.alternatives().stream().flatMap(LineRule::names)
                : Stream.of();
    }
}
