package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Writes the row of a message as it is after a transaction, and its repeat key. */
final class MessageWriting {

    private MessageWriting() {}

    static void write(Known known, Statements sql) throws SQLException {
        if (known.fresh) {
            insert(known, sql);
            insertKey(known, sql);
        } else {
            update(known, sql);
        }
        attention(known, sql);
        known.answer.write(known, sql);
    }

    private static void insert(Known known, Statements sql) throws SQLException {
        sql.add(
                "insert into message (" + MessageRow.COLUMNS
                        + ", state, last_step, steps) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    known.row.set(statement);
                    statement.setObject(9, known.key().orElse(null));
                    statement.setString(11, known.state.word());
                    statement.setLong(12, known.last);
                    statement.setInt(13, known.steps);
                });
    }

    private static void insertKey(Known known, Statements sql) throws SQLException {
        Optional<UUID> key = known.key();
        if (key.isPresent()) {
            sql.add("insert into repeat_key (hash, message) values (?, ?)", statement -> {
                statement.setObject(1, key.get());
                statement.setObject(2, known.row.id().value());
            });
        }
    }

    private static void update(Known known, Statements sql) throws SQLException {
        sql.add("update message set state = ?, last_step = ?, steps = ?, repeat_key = ? where id = ?", statement -> {
            statement.setString(1, known.state.word());
            statement.setLong(2, known.last);
            statement.setInt(3, known.steps);
            statement.setObject(4, known.key().orElse(null));
            statement.setObject(5, known.row.id().value());
        });
    }

    private static void attention(Known known, Statements sql) throws SQLException {
        if (known.wanted() && known.state != known.before) {
            sql.remove(
                    "delete from attention where message = ?",
                    statement -> statement.setObject(1, known.row.id().value()));
        }
        if (known.wants() && (known.fresh || known.state != known.before)) {
            sql.add("insert into attention (message, state) values (?, ?)", statement -> {
                statement.setObject(1, known.row.id().value());
                statement.setString(2, known.state.word());
            });
        }
    }
}
