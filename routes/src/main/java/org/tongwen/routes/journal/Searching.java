package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds messages, with one connection. */
final class Searching {

    private final Connection connection;
    private final Seals seals;
    private final NewNames names;
    private final StringBuilder sql = new StringBuilder("select m.id, m.received, m.participant, m.iso_message,"
            + " m.mapping, m.state, m.conversation from message m where 1 = 1");
    private final List<Object> values = new ArrayList<>();

    Searching(Connection connection, Seals seals, NewNames names) {
        this.connection = connection;
        this.seals = seals;
        this.names = names;
    }

    List<Summary> find(Search search) throws SQLException {
        search.reference()
                .ifPresent(value -> named(Arrays.stream(Reference.Kind.values())
                        .map(kind -> seals.reference(new Reference(kind, value)))
                        .toList()));
        search.participant().ifPresent(name -> and("m.participant = ?", name));
        search.state().ifPresent(this::in);
        search.since().ifPresent(since -> and("m.received >= ?", number(since)));
        search.until().ifPresent(until -> and("m.received < ?", number(until)));
        search.message().ifPresent(this::is);
        return run(search.most());
    }

    /** Of those families alone, or a flood of answers would hide what they answer. */
    List<Summary> referring(Reference reference, Set<String> families, Optional<MessageId> after) throws SQLException {
        named(List.of(seals.reference(reference)));
        if (!families.isEmpty()) {
            and("substring(m.iso_message from 1 for " + MessageName.FAMILY + ") = any(?)", families);
        }
        after.ifPresent(last -> and("m.id < ?", last.value()));
        return run(Journal.MOST_REFERRING);
    }

    List<Summary> unanswered(Instant before, int most) throws SQLException {
        sql.replace(sql.indexOf(" where"), sql.length(), " join unanswered u on u.message = m.id where u.since < ?");
        values.add(number(before));
        return run("u.since", most);
    }

    private void named(List<UUID> hashes) {
        List<UUID> newest =
                names.under(hashes).stream().map(Named::message).distinct().toList();
        if (newest.isEmpty()) {
            and("m.id in (select r.message from reference r where r.hash = any(?))", hashes);
        } else {
            and(
                    "m.id in (select r.message from reference r where r.hash = any(?) union select w.id from unnest(?) w (id))",
                    hashes);
            values.add(newest);
        }
    }

    private void in(State state) {
        if (Known.wantsAttention(state)) {
            and("m.id in (select a.message from attention a where a.state = ?)", state.word());
        }
        and("m.state = ?", state.word());
    }

    /** With or without variant and version: {@code pacs.008} is the beginning of {@code pacs.008.001.08}. */
    private void is(String message) {
        sql.append(" and (m.iso_message = ? or substring(m.iso_message from 1 for ?) = ?)");
        values.add(message);
        values.add(message.length() + 1);
        values.add(message + ".");
    }

    private void and(String condition, Object value) {
        sql.append(" and ").append(condition);
        values.add(value);
    }

    private List<Summary> run(int most) throws SQLException {
        return run("m.id desc", most);
    }

    private List<Summary> run(String order, int most) throws SQLException {
        List<Summary> found = new ArrayList<>();
        sql.append(" order by ").append(order).append(" limit ?");
        values.add(most);
        try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                set(query, i + 1, values.get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(summary(row));
                }
            }
        }
        return found;
    }

    private void set(PreparedStatement query, int at, Object value) throws SQLException {
        if (value instanceof Set<?> words) {
            query.setArray(at, connection.createArrayOf("varchar", words.toArray()));
        } else if (value instanceof List<?> ids) {
            query.setArray(at, connection.createArrayOf("uuid", ids.toArray()));
        } else {
            query.setObject(at, value);
        }
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                new MessageId(row.getObject(1, UUID.class)),
                Moments.moment(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Reading.state(row.getString(6)),
                new MessageId(row.getObject(7, UUID.class)));
    }

    /** Moments beyond those that can be stored are before or after all of them. */
    private static long number(Instant moment) {
        try {
            return Moments.number(moment);
        } catch (ArithmeticException e) {
            return moment.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
