package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.List;
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
 * @param messages the messages in their versions that its release uses; of others of the same kind it does not speak. None: of all
 */
public record Standing(
        Severity severity,
        Confidence confidence,
        String clause,
        String note,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        List<String> messages) {

    private static final int KIND = "pacs.008".length();

    /** Copies the messages. */
    public Standing {
        messages = List.copyOf(messages);
    }

    /** Whether a rule holds on a day. */
    boolean isInForce(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /** Whether the release uses a message: one of its messages, or one of a kind of which it names none. */
    boolean uses(String message) {
        return messages.contains(message)
                || message.length() < KIND
                || messages.stream().noneMatch(used -> used.startsWith(message.substring(0, KIND)));
    }

    /** The same, only within a window, and only of the messages that a release uses. */
    Standing within(Optional<LocalDate> first, Optional<LocalDate> last, List<String> used) {
        return new Standing(
                severity,
                confidence,
                clause,
                note,
                from.filter(own -> first.filter(own::isBefore).isEmpty()).or(() -> first),
                until.filter(own -> last.filter(own::isAfter).isEmpty()).or(() -> last),
                used);
    }
}
