package org.tongwen.routes.journal;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * How far the chain of a node and day is: its row.
 *
 * @param node the node's number
 * @param day the day, counted from 1970; 0 before the first step
 * @param steps how many steps the day has
 * @param last the number of the node's last step
 * @param head the hash of the node's last step
 * @param next the day that follows in this chain; 0 when none does yet
 * @param named the step up to which all names of messages stand in their table
 */
record Chain(int node, int day, long steps, long last, byte[] head, int next, long named) {

    /** Below the number of a step are those of its contents: three bits of kind, eight of part. */
    static final int CONTENT_BITS = 11;

    static final int PART_BITS = 8;

    private static final int NODE_BITS = 40;
    private static final int LAST_NODE = 4095;
    private static final int HASH_BYTES = 32;
    static final String COLUMNS = "node, utc_day, steps, last_step, head, next_day, named";

    private static final String INSERT =
            "insert into chain (steps, last_step, head, next_day, named, mac, node, utc_day) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update chain set steps = ?, last_step = ?, head = ?, next_day = ?, named = ?, mac = ? where node = ? and"
                    + " utc_day = ?";

    /** The beginning of a node's chain. */
    static Chain of(int node) {
        if (node > LAST_NODE) {
            throw new JournalException("a journal has at most " + LAST_NODE + " node names");
        }
        return new Chain(node, 0, 0, first(node), new byte[HASH_BYTES], 0, first(node));
    }

    /** The number before that of the node's first step. */
    static long first(int node) {
        return (long) node << NODE_BITS;
    }

    static Chain of(ResultSet row) throws SQLException {
        return new Chain(
                row.getInt(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getBytes(5),
                row.getInt(6),
                row.getLong(7));
    }

    /** The last chain of a node, whose code has been checked. */
    static Chain last(Connection connection, int node, Keys keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + COLUMNS + ", mac from chain where node = ? order by utc_day desc limit 1")) {
            statement.setInt(1, node);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return of(node);
                }
                Chain chain = of(row);
                if (!MessageDigest.isEqual(chain.mac(keys), row.getBytes(8)) || chain.next != 0) {
                    // Whoever went on from here would vouch for the change.
                    throw new JournalException(
                            "the journal was changed: the last chain of this node is not as it was written; "
                                    + "keep it as it is, verify it, and go on under another node name");
                }
                return chain;
            }
        }
    }

    /** Its chain of that day; days never go back. */
    Chain on(int today) {
        return today <= day ? this : new Chain(node, today, 0, last, head, 0, named);
    }

    Chain closed(int by) {
        return new Chain(node, day, steps, last, head, by, named);
    }

    Chain with(StepRow step) {
        return new Chain(node, day, steps + 1, step.number(), step.hash(), 0, named);
    }

    /** All names up to a step stand in their table. */
    Chain named(long step) {
        return new Chain(node, day, steps, last, head, next, step);
    }

    byte[] mac(Keys keys) {
        return keys.link(new Form()
                .text("chain")
                .number(node)
                .number(day)
                .number(steps)
                .number(last)
                .bytes(head)
                .number(next)
                .number(named));
    }

    /** Adds its row, in which it goes on from another or from itself. */
    void write(Chain before, Keys keys, Statements sql) throws SQLException {
        if (day == before.day) {
            sql.add(UPDATE, statement -> set(statement, keys));
            return;
        }
        if (before.day != 0) {
            Chain closed = before.closed(day);
            sql.add(UPDATE, statement -> closed.set(statement, keys));
        }
        sql.add(INSERT, statement -> set(statement, keys));
    }

    private void set(PreparedStatement statement, Keys keys) throws SQLException {
        statement.setLong(1, steps);
        statement.setLong(2, last);
        statement.setBytes(3, head);
        statement.setInt(4, next);
        statement.setLong(5, named);
        statement.setBytes(6, mac(keys));
        statement.setInt(7, node);
        statement.setInt(8, day);
    }

    boolean isAt(Chain other) {
        return node == other.node && last == other.last && Arrays.equals(head, other.head);
    }
}
