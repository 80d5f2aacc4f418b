package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.tongwen.xsd.finding.Severity;

/**
 * Where a rule comes from, how sure it is and when it holds.
 *
 * @param severity of its findings
 * @param confidence how well it is confirmed
 * @param clause the number or place in its source; empty where none is known
 * @param note what is unsure about it, or where we chose
 * @param from the first day on which it holds; empty when it always has
 * @param until the last day on which it holds; empty when no end is known
 */
public record Standing(
        Severity severity,
        Confidence confidence,
        String clause,
        String note,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** Whether a rule holds on a day. */
    boolean isInForce(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /** The same, only within a window. */
    Standing within(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new Standing(
                severity,
                confidence,
                clause,
                note,
                from.filter(own -> first.filter(own::isBefore).isEmpty()).or(() -> first),
                until.filter(own -> last.filter(own::isAfter).isEmpty()).or(() -> last));
    }
}
