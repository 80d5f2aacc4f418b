package org.tongwen.mappings.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.tongwen.rules.pack.RulePacks;

/**
 * Whose rules the messages that are made must keep to, and as of which day.
 *
 * @param scheme the name of a scheme, or {@link #NONE}; empty to leave it to the mapping
 * @param asOf the day whose rules count; empty for the day on which the translation is made
 */
public record Profile(Optional<String> scheme, Optional<LocalDate> asOf) {

    /** No scheme's rules, whatever the mapping says. */
    public static final String NONE = "none";

    /** What the mapping says, as of the day of the translation. */
    public static final Profile USUAL = new Profile(Optional.empty(), Optional.empty());

    /** Refuses names of schemes that there are not. */
    public Profile {
        if (scheme.isPresent() && !names().contains(scheme.get())) {
            throw new IllegalArgumentException("there is no profile " + scheme.get());
        }
    }

    /** The names that a profile may have. */
    public static SortedSet<String> names() {
        SortedSet<String> names = RulePacks.schemes();
        names.add(NONE);
        return names;
    }

    /** The rules of a scheme, as of the day of the translation. */
    public static Profile of(String scheme) {
        return new Profile(Optional.of(scheme), Optional.empty());
    }

    /** The same as of another day. */
    public Profile asOf(LocalDate day) {
        return new Profile(scheme, Optional.of(day));
    }

    /** The same, with what another one says where this one leaves it open. */
    public Profile or(Profile other) {
        return new Profile(scheme.or(other::scheme), asOf.or(other::asOf));
    }

    /** The scheme whose rules count, if any. */
    Optional<String> ruling() {
        return scheme.filter(name -> !name.equals(NONE));
    }
}
