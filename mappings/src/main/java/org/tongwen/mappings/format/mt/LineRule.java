package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a field.
 *
 * @param first whether it may stand at the beginning of the field alone, even among lines of any order
 * @param made whether it is only written: in a message received such a line is text
 * @param least how often it must stand
 * @param most how often it may stand
 * @param longest length of the whole line
 * @param over how many characters of its first value may stand in the next line, with // behind them; 0 if it may not run over
 * @param joined whether the rest of the field, with its line ends, is one value
 * @param parts what stands in it
 */
record LineRule(
        boolean first, boolean made, int least, int most, int longest, int over, boolean joined, List<Part> parts) {

    /** What a line begins with that continues the one before it. */
    static final String CONTINUED = "//";

    /** Whether it continues the line before it, where lines may stand in any order. */
    boolean continues() {
        return parts.get(0) instanceof Part.Literal literal && literal.text().equals(CONTINUED);
    }

    /** Whether a full line goes on in the next one: its first value does not end in it, but soon in the next. */
    boolean runsOver(String line, String next) {
        int end = next.indexOf(CONTINUED);
        return over > 0 && line.length() == longest && end > 0 && end <= over && isOpen(line);
    }

    /** The line as it is to be written: in two when its first value is too long for one. */
    String folded(String line) {
        int end = line.indexOf(CONTINUED);
        boolean fits = line.length() <= longest || end >= 0 && end <= longest;
        return over == 0 || fits || !isOpen(line.substring(0, longest))
                ? line
                : line.substring(0, longest) + "\n" + line.substring(longest) + (end < 0 ? CONTINUED : "");
    }

    private boolean isOpen(String line) {
        return !line.contains(CONTINUED)
                && parts.get(0) instanceof Part.Literal literal
                && line.startsWith(literal.text());
    }

    /** Whether it takes what no other line takes. */
    boolean anyText() {
        return parts.get(0) instanceof Component;
    }

    /** The name of the first component. */
    String name() {
        return components().findFirst().map(Component::name).orElse("");
    }

    /** All components, in order. */
    Stream<Component> components() {
        return components(parts);
    }

    private static Stream<Component> components(List<Part> parts) {
        return parts.stream().flatMap(LineRule::components);
    }

    private static Stream<Component> components(Part part) {
        if (part instanceof Component component) {
            return Stream.of(component);
        }
        if (part instanceof Part.Maybe maybe) {
            return components(maybe.parts());
        }
        return part instanceof Part.Choice choice
                ? choice.alternatives().stream().flatMap(LineRule::components)
                : Stream.of();
    }
}
