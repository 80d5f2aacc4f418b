package org.tongwen.routes.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

    /** Those in the table that bear one of these names. */
    static List<Named> written(Set<UUID> hashes, Statements sql) throws SQLException {
        List<Named> found = new ArrayList<>();
        try (ResultSet row = sql.query("select hash, message from reference where hash = any(?)", hashes)
                .executeQuery()) {
            while (row.next()) {
                found.add(of(row));
            }
        }
        return found;
    }

    /** That of a row with hash and message. */
    static Named of(ResultSet row) throws SQLException {
        return new Named(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }

    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
