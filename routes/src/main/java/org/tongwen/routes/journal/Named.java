package org.tongwen.routes.journal;

import java.util.Comparator;
import java.util.UUID;

/**
 * A name of a message.
 *
 * @param hash keyed hash of the name
 * @param message the message that bears it
 */
record Named(UUID hash, UUID message) {

    /** That of the index by hash, in which neighbours share a page. */
    static final Comparator<Named> ORDER =
            Comparator.comparing(Named::hash, Named::compare).thenComparing(Named::message, Named::compare);

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
