package org.tongwen.mappings.format.mt;

import java.util.List;

/** A part of a line of a field, as the layout describes it. */
sealed interface Part permits Part.Literal, Part.Maybe, Part.Choice, Component {

    /** Text that stands as it is. */
    record Literal(String text) implements Part {}

    /** Parts that may be absent together. */
    record Maybe(List<Part> parts) implements Part {

        /** Whether a line that goes on like this has them. */
        boolean mayBegin(String line) {
            return parts.get(0) instanceof Component component ? component.mayBegin(line) : begin(parts, line);
        }
    }

    /** One of several; each reaches to the end of the line. */
    record Choice(List<List<Part>> alternatives) implements Part {}

    /** Parts as a message shows them, near the standard's own writing. */
    static String shown(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(shown(part)));
        return text.toString();
    }

    private static String shown(Part part) {
        if (part instanceof Literal literal) {
            return literal.text();
        }
        if (part instanceof Maybe maybe) {
            return "[" + shown(maybe.parts()) + "]";
        }
        if (part instanceof Choice choice) {
            return String.join(
                    " or ", choice.alternatives().stream().map(Part::shown).toList());
        }
        return ((Component) part).notation().toString();
    }

    /** Whether a line that begins like this may be meant. */
    static boolean begin(List<Part> parts, String line) {
        Part first = parts.get(0);
        if (first instanceof Literal literal) {
            return line.startsWith(literal.text());
        }
        if (first instanceof Choice choice) {
            return choice.alternatives().stream().anyMatch(parts2 -> begin(parts2, line));
        }
        return !(first instanceof Component component) || component.begins(line);
    }
}
