package org.tongwen.routes.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What never changes in the row of a message, but for the key, which can be given back.
 *
 * @param original keyed hash of the original bytes
 * @param key keyed hash of what makes repeats
 */
record MessageRow(
        MessageId id,
        long received,
        String participant,
        String channel,
        String mapping,
        String message,
        MessageId conversation,
        UUID original,
        Optional<UUID> key,
        boolean binding) {

    static final String COLUMNS =
            "id, received, participant, channel, mapping, iso_message, conversation, original, repeat_key, binding";

    static MessageRow of(ResultSet row) throws SQLException {
        return new MessageRow(
                new MessageId(row.getObject(1, UUID.class)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new MessageId(row.getObject(7, UUID.class)),
                row.getObject(8, UUID.class),
                Optional.ofNullable(row.getObject(9, UUID.class)),
                row.getBoolean(10));
    }

    /** Sets the columns, the first ten of a statement. */
    void set(PreparedStatement statement) throws SQLException {
        statement.setObject(1, id.value());
        statement.setLong(2, received);
        statement.setString(3, participant);
        statement.setString(4, channel);
        statement.setString(5, mapping);
        statement.setString(6, message);
        statement.setObject(7, conversation.value());
        statement.setObject(8, original);
        statement.setObject(9, key.orElse(null));
        statement.setBoolean(10, binding);
    }

    byte[] digest() {
        return new Form()
                .id(id.value())
                .number(received)
                .text(participant)
                .text(channel)
                .text(mapping)
                .text(message)
                .id(conversation.value())
                .id(original)
                .small(binding ? 1 : 0)
                .digest();
    }

    Opening opening() {
        return new Opening(
                Moments.moment(received), participant, channel, mapping, message, conversation, Optional.empty());
    }
}
