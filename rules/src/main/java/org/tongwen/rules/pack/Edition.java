package org.tongwen.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules of a pack as they hold on a day.
 *
 * @param pack the name of the pack
 * @param release the name of the release that holds on that day
 * @param digest SHA-256 over all that the release says, in hexadecimal digits
 * @param rules those in force
 */
public record Edition(String pack, String release, String digest, List<Rule> rules) {

    /** Copies the rules. */
    public Edition {
        rules = List.copyOf(rules);
    }

    /**
     * What holds of a pack on a day.
     *
     * @param wanted which of its rules
     * @throws IllegalArgumentException when no release of the pack holds then
     */
    static Edition of(RulePack pack, LocalDate day, Predicate<Rule> wanted) {
        RuleRelease release = pack.on(day)
                .orElseThrow(
                        () -> new IllegalArgumentException("the pack " + pack.name() + " has no rules for " + day));
        return new Edition(
                pack.name(),
                release.name(),
                release.digest(),
                release.rules().stream()
                        .filter(rule -> rule.isInForce(day))
                        .filter(wanted)
                        .toList());
    }
}
