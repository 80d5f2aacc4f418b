package org.tongwen.conformance.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What came of a step, a case or a requirement, gravest first. Only {@link #PASS} counts as conformance. */
public enum Outcome {
    /** The participant did otherwise than is demanded. */
    FAIL,
    /** The suite itself broke: nothing is proved. */
    ERROR,
    /** It could not be tried, or nothing was checked. */
    NOT_RUN,
    /** Everything that was checked is as demanded, and something was checked. */
    PASS,
    /** It is not demanded of this participant. */
    NOT_APPLICABLE;

    /** The gravest of several; {@link #NOT_RUN} of none. */
    public static Outcome gravest(Collection<Outcome> outcomes) {
        return outcomes.stream().min(Comparator.naturalOrder()).orElse(NOT_RUN);
    }

    /** As people read it, such as {@code not run}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
