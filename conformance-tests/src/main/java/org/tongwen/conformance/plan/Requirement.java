package org.tongwen.conformance.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a plan demands.
 *
 * @param id its name in cases, results and certificates
 * @param text what is demanded, in plain words
 * @param clause where the standard says so
 * @param severity how much depends on it
 * @param roles of whom it is demanded; of everybody when there are none
 * @param untested why no case tests it; empty for one that is tested
 * @param noVariant why no broken participant fails at it alone; empty when one does
 */
public record Requirement(
        String id,
        String text,
        String clause,
        Severity severity,
        List<String> roles,
        Optional<String> untested,
        Optional<String> noVariant) {

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

    /** Copies the roles. */
    public Requirement {
        roles = List.copyOf(roles);
    }

    /** A requirement of everybody that is tested. */
    public static Requirement of(String id, String text, String clause, Severity severity) {
        return new Requirement(id, text, clause, severity, List.of(), Optional.empty(), Optional.empty());
    }

    /** Whether nobody is certified without it. */
    public boolean isMandatory() {
        return severity == Severity.MANDATORY;
    }

    /** Whether it is demanded of somebody who plays these roles. */
    public boolean isDemandedOf(List<String> played) {
        return roles.isEmpty() || roles.stream().anyMatch(played::contains);
    }
}
