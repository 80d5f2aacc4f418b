package org.tongwen.conformance;

import java.util.Locale;

/**
 * One thing that a plan demands.
 *
 * @param id its name in cases, results and certificates
 * @param text what is demanded, in plain words
 * @param clause where the standard says so
 * @param severity how much depends on it
 */
public record Requirement(String id, String text, String clause, Severity severity) {

    /** How much depends on a requirement. */
    public enum Severity {
        /** Without it nobody is certified. */
        MANDATORY,
        /** Good practice; a failure is reported and stands in nobody's way. */
        RECOMMENDED;

        /** The word that plans write. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
