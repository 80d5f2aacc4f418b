package org.tongwen.conformance.plan;

import java.util.Locale;

/** What there is to say about a message as a whole. */
public enum Verdict {
    /** It keeps to its definition. */
    VALID,
    /** It does not. */
    INVALID;

    /** The word that plans write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
