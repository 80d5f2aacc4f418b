package org.tongwen.xsd.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to say about a user's file or message.
 *
 * @param severity how much it matters
 * @param id dotted identifier, stable between releases, such as {@code xsd.MissingElement}
 * @param place where, in the user's own document
 * @param message one sentence that names what is wrong, without the offending value
 * @param value the offending value, so that a report can show, shorten or mask it
 * @param hint what would help, empty when there is nothing to add
 */
public record Finding(Severity severity, String id, Place place, String message, Optional<String> value, String hint)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::id)
            .thenComparing(Finding::message);

    /** Checks that no part is missing. */
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(hint, "hint");
    }

    /** A finding of severity error without value and hint. */
    public static Finding error(String id, Place place, String message) {
        return new Finding(Severity.ERROR, id, place, message, Optional.empty(), "");
    }

    /** A finding of severity warning without value and hint. */
    public static Finding warning(String id, Place place, String message) {
        return new Finding(Severity.WARNING, id, place, message, Optional.empty(), "");
    }

    /** A finding of severity note without value and hint. */
    public static Finding note(String id, Place place, String message) {
        return new Finding(Severity.NOTE, id, place, message, Optional.empty(), "");
    }

    /** Whether any of the findings is an error. */
    public static boolean anyError(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** The same finding with the offending value. */
    public Finding value(String offending) {
        return new Finding(severity, id, place, message, Optional.of(offending), hint);
    }

    /** The same finding with a hint. */
    public Finding hint(String help) {
        return new Finding(severity, id, place, message, value, help);
    }

    /** The same finding elsewhere. */
    public Finding at(Place other) {
        return new Finding(severity, id, other, message, value, hint);
    }

    /** Document order, then severity, id and text, so that reports are stable. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
