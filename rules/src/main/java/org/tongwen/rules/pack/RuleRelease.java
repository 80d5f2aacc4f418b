package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a pack as they hold in a time.
 *
 * @param name its name, such as {@code sr2026}
 * @param from the first day; empty when it is the first one
 * @param until the last day; empty when no end is known
 * @param rules in the order in which they are asked; none holds outside the release's days
 * @param digest SHA-256 over all that it says, in hexadecimal digits
 */
public record RuleRelease(
        String name, Optional<LocalDate> from, Optional<LocalDate> until, List<Rule> rules, String digest) {

    /** Copies the rules. */
    public RuleRelease {
        rules = List.copyOf(rules);
    }

    /** Whether it holds on a day. */
    public boolean isInForce(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }
}
