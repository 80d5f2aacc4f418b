package org.tongwen.mappings.format.mt;

import java.util.List;

/** A part of a line of a field, as the layout describes it. */
sealed interface Part permits Part.Literal, Part.Maybe, Part.Choice, Component {

    /** Text that stands as it is. */
    record Literal(String text) implements Part {}

    /**
     * Parts that may be absent together.
     *
     * @param read whether they are only read, and written in a line of their own
     */
    record Maybe(boolean read, List<Part> parts) implements Part {

        /** Whether a line that goes on like this has them. */
        boolean mayBegin(String text, int at, int end) {
            return parts.get(0) instanceof Component component
                    ? component.mayBegin(text, at, end)
                    : begin(parts, text, at, end);
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

    /** Whether a line that stands from one offset to before another and begins like this may be meant. */
    static boolean begin(List<Part> parts, String text, int at, int end) {
        Part first = parts.get(0);
        if (first instanceof Literal literal) {
            return at + literal.text().length() <= end && text.startsWith(literal.text(), at);
        }
        if (first instanceof Component component) {
            return component.begins(text, at);
        }
        return !(first instanceof Choice choice) || begins(choice, text, at, end);
    }

    private static boolean begins(Choice choice, String text, int at, int end) {
        for (int i = 0; i < choice.alternatives().size(); i++) {
            if (begin(choice.alternatives().get(i), text, at, end)) {
                return true;
            }
        }
        return false;
    }
}
