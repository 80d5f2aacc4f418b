package org.tongwen.routes.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What never changes in the row of a delivery. */
record DeliveryRow(
        long number,
        MessageId message,
        MessageId conversation,
        String receiver,
        int content,
        String mediaType,
        String isoMessage,
        long since) {

    static final String COLUMNS = "number, message, conversation, receiver, content, media_type, iso_message, since";

    static DeliveryRow of(long number, MessageId message, MessageId conversation, Dispatch dispatch, long since) {
        return new DeliveryRow(
                number,
                message,
                conversation,
                dispatch.receiver(),
                dispatch.content().number(),
                dispatch.mediaType(),
                dispatch.message(),
                since);
    }

    static DeliveryRow of(ResultSet row) throws SQLException {
        return new DeliveryRow(
                row.getLong(1),
                new MessageId(row.getObject(2, UUID.class)),
                new MessageId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }

    void set(PreparedStatement statement) throws SQLException {
        statement.setLong(1, number);
        statement.setObject(2, message.value());
        statement.setObject(3, conversation.value());
        statement.setString(4, receiver);
        statement.setInt(5, content);
        statement.setString(6, mediaType);
        statement.setString(7, isoMessage);
        statement.setLong(8, since);
    }

    Dispatch dispatch() {
        return new Dispatch(receiver, Content.values()[content], mediaType, isoMessage);
    }

    byte[] digest() {
        return new Form()
                .number(number)
                .id(message.value())
                .id(conversation.value())
                .text(receiver)
                .number(content)
                .text(mediaType)
                .text(isoMessage)
                .number(since)
                .digest();
    }
}
