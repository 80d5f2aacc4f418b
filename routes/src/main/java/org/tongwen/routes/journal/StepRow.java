package org.tongwen.routes.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A row of the table of steps, a link of its node's chain. */
record StepRow(
        long number,
        MessageId message,
        int ordinal,
        long previous,
        int day,
        long at,
        String event,
        String actor,
        String state,
        boolean holdsKey,
        byte[] detail,
        byte[] evidence,
        byte[] hash) {

    static final String COLUMNS =
            "number, message, ordinal, previous, utc_day, happened, event, actor, state, holds_key,"
                    + " detail, evidence, hash";

    static StepRow of(ResultSet row) throws SQLException {
        return new StepRow(
                row.getLong(1),
                new MessageId(row.getObject(2, UUID.class)),
                row.getInt(3),
                row.getLong(4),
                row.getInt(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                row.getBytes(11),
                row.getBytes(12),
                row.getBytes(13));
    }

    void set(PreparedStatement statement) throws SQLException {
        statement.setLong(1, number);
        statement.setObject(2, message.value());
        statement.setInt(3, ordinal);
        statement.setLong(4, previous);
        statement.setInt(5, day);
        statement.setLong(6, at);
        statement.setString(7, event);
        statement.setString(8, actor);
        statement.setString(9, state);
        statement.setBoolean(10, holdsKey);
        statement.setBytes(11, detail);
        statement.setBytes(12, evidence);
        statement.setBytes(13, hash);
    }

    /** What is hashed: the link before and all columns. */
    Form form(byte[] before) {
        return new Form()
                .fixed(before)
                .number(number)
                .id(message.value())
                .number(ordinal)
                .number(previous)
                .number(day)
                .number(at)
                .text(event)
                .text(actor)
                .text(state)
                .small(holdsKey ? 1 : 0)
                .bytes(detail)
                .bytes(evidence);
    }

    /** The same row with its hash. */
    StepRow linked(byte[] link) {
        return new StepRow(
                number, message, ordinal, previous, day, at, event, actor, state, holdsKey, detail, evidence, link);
    }
}
