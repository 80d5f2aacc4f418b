package org.tongwen.mappings.compare;

import java.util.Locale;

/**
 * One difference between two mappings.
 *
 * @param kind what happened
 * @param subject what it happened to: an ISO path, or a word of the head such as {@code codes charges OUR}
 * @param before what it was; empty for what is new
 * @param after what it is; empty for what is gone
 */
public record MappingChange(Kind kind, String subject, String before, String after) {

    /** Kinds of change, in the order of a report. */
    public enum Kind {
        /** The head says something else. */
        HEAD,
        /** An element is written that was not. */
        ADDED,
        /** An element is no longer written. */
        REMOVED,
        /** An element is written from something else. */
        CHANGED,
        /** The definitions of the two messages differ where both mappings write. */
        TYPE,
        /** The second message demands an element that neither mapping writes. */
        DEMANDED;

        /** The word as reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
