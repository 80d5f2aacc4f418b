package org.tongwen.mappings.usage;

import java.util.Comparator;
import java.util.Locale;
import org.tongwen.xsd.finding.Place;

/**
 * A place where a mapping uses a word.
 *
 * @param kind what the word is there
 * @param text what stands there
 * @param place where
 */
public record Use(Kind kind, String text, Place place) implements Comparable<Use> {

    /** What a word can be. */
    public enum Kind {
        /** An ISO path, or the end of one. */
        ISO,
        /** A field of the institution's documents. */
        SOURCE,
        /** A codec. */
        CODEC,
        /** A code table. */
        TABLE,
        /** A code, in a table or as a constant. */
        CODE,
        /** A value that the institution's profile supplies. */
        GIVEN;

        /** The word as reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Comparator<Use> ORDER =
            Comparator.comparing(Use::place).thenComparing(Use::kind).thenComparing(Use::text);

    /** In the order of the file. */
    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }
}
