package org.tongwen.routes.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.tongwen.routes.journal.Keys.Label;

/** The store's first row, by which its keys are known again, and the numbers of its nodes. */
final class Founding {

    private static final byte[] WORDS = "tongwen journal".getBytes(StandardCharsets.UTF_8);
    private static final int TRIES = 5;

    private Founding() {}

    /** The keys of a store; made together with it.
     *
     * @throws JournalException when the keys are lost or are those of another store
     */
    static Keys keys(DataSource pool, Path file, String place) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Optional<byte[]> check = check(connection);
            if (check.isEmpty()) {
                Keys keys = Keys.openOrMake(file);
                found(connection, keys);
                check = check(connection);
            }
            if (!Files.exists(file)) {
                throw new JournalException("the keys of the journal " + place + " are lost: there is no file " + file
                        + ". Put it back; without it nobody can read what the journal holds");
            }
            Keys keys = Keys.open(file);
            if (!fits(keys, check.orElseThrow())) {
                throw new JournalException(
                        "the keys in " + file + " are not those of the journal " + place + "; nothing was changed");
            }
            return keys;
        }
    }

    /** The number of a node; a new name gets the next. */
    static int node(DataSource pool, String name, Keys keys) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (int left = TRIES; ; left--) {
                try {
                    int number = known(connection, name).orElse(0);
                    number = number == 0 ? add(connection, name, keys) : number;
                    connection.commit();
                    return number;
                } catch (SQLException e) {
                    connection.rollback();
                    if (left == 1 || !Failures.isConflict(e)) {
                        throw e;
                    }
                }
            }
        }
    }

    /** The code of the row before the first node. */
    static byte[] mac(Keys keys, byte[] check) {
        return keys.link(new Form().text("store").bytes(check));
    }

    /** The code of the row with one node more, so that it vouches for the names of all. */
    static byte[] mac(Keys keys, byte[] before, int number, String name) {
        return keys.link(new Form().text("node").bytes(before).number(number).text(name));
    }

    private static Optional<byte[]> check(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select keys_check from store where id = 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
    }

    /** Another process may do the same at the same time; one of them succeeds. */
    private static void found(Connection connection, Keys keys) throws SQLException {
        byte[] check = new Form()
                .id(indexed(keys))
                .bytes(keys.link(new Form().fixed(WORDS)))
                .bytes(keys.seal(WORDS, WORDS))
                .bytes();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into store (id, keys_check, nodes, mac) values (1, ?, 0, ?)")) {
            insert.setBytes(1, check);
            insert.setBytes(2, mac(keys, check));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!Failures.isConflict(e)) {
                throw e;
            }
        }
    }

    private static boolean fits(Keys keys, byte[] check) {
        byte[] link = keys.link(new Form().fixed(WORDS));
        byte[] open = new Form().id(indexed(keys)).bytes(link).bytes();
        if (check.length < open.length || !MessageDigest.isEqual(open, Arrays.copyOf(check, open.length))) {
            return false;
        }
        byte[] sealed = Arrays.copyOfRange(check, open.length + Long.BYTES, check.length);
        try {
            return MessageDigest.isEqual(keys.open(sealed, WORDS), WORDS);
        } catch (JournalException e) {
            return false;
        }
    }

    private static UUID indexed(Keys keys) {
        return keys.hash(Label.CHECK, new Form().fixed(WORDS));
    }

    private static Optional<Integer> known(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select number from node where name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    private static int add(Connection connection, String name, Keys keys) throws SQLException {
        int number;
        byte[] before;
        try (PreparedStatement query =
                        connection.prepareStatement("select nodes, mac from store where id = 1 for update");
                ResultSet row = query.executeQuery()) {
            row.next();
            number = row.getInt(1) + 1;
            before = row.getBytes(2);
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into node (number, name) values (?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, name);
            insert.executeUpdate();
        }
        try (PreparedStatement update =
                connection.prepareStatement("update store set nodes = ?, mac = ? where id = 1")) {
            update.setInt(1, number);
            update.setBytes(2, mac(keys, before, number, name));
            update.executeUpdate();
        }
        return number;
    }
}
