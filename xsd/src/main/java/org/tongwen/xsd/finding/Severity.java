package org.tongwen.xsd.finding;

import java.util.Locale;

/** How much a finding matters, gravest first. */
public enum Severity {
    /** The message or file cannot be used as it is. */
    ERROR,
    /** It can be used, but somebody should look at it. */
    WARNING,
    /** Worth knowing: a declared loss, for instance. */
    NOTE;

    /** The word as reports write it, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
