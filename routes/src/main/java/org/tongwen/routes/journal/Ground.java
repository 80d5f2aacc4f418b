package org.tongwen.routes.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the store holds that the entries of a transaction rest on, locked until its end: messages, repeat keys, claims. It is kept up to date while
 * the entries are gone through.
 */
final class Ground {

    private final Map<MessageId, Known> messages = new HashMap<>();
    private final Map<UUID, MessageId> firsts = new HashMap<>();
    private final Map<Long, Integer> claims = new HashMap<>();
    private final Set<Named> references = new HashSet<>();
    private final Queue<Long> numbers = new ArrayDeque<>();

    /** Looks up what the entries rest on. */
    static Ground under(List<Waiting> all, Statements sql, NewNames names) throws SQLException {
        Ground ground = new Ground();
        ground.firsts(all, sql);
        ground.messages(all, sql);
        ground.references(all, sql, names);
        ground.claims(all, sql);
        ground.numbers(all, sql);
        return ground;
    }

    Optional<Known> message(MessageId id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** The message that came first under a key. */
    Optional<Known> first(UUID key) {
        return Optional.ofNullable(firsts.get(key)).map(messages::get);
    }

    Iterable<Known> messages() {
        return messages.values();
    }

    void add(Known fresh) {
        messages.put(fresh.row.id(), fresh);
    }

    void take(UUID key, MessageId by) {
        firsts.put(key, by);
    }

    void giveBack(UUID key, MessageId by) {
        firsts.remove(key, by);
    }

    /** Whether this name of the message is new; it is not from then on. */
    boolean isNew(UUID reference, MessageId message) {
        return references.add(new Named(reference, message.value()));
    }

    /** Ends the claim on a delivery; false when there is none for that attempt any more. */
    boolean settle(Settlement settlement) {
        return claims.remove(settlement.delivery(), settlement.attempt());
    }

    long nextDelivery() {
        return numbers.remove();
    }

    private void firsts(List<Waiting> all, Statements sql) throws SQLException {
        Set<UUID> keys = new HashSet<>();
        all.forEach(
                one -> one.opening.flatMap(MessageRow::key).or(() -> one.rival).ifPresent(keys::add));
        if (keys.isEmpty()) {
            return;
        }
        try (ResultSet row = sql.query("select hash, message from repeat_key where hash = any(?)", keys)
                .executeQuery()) {
            while (row.next()) {
                firsts.put(row.getObject(1, UUID.class), new MessageId(row.getObject(2, UUID.class)));
            }
        }
    }

    /** In the order of their ids, so that two processes that lock the same messages wait for each other and not forever. */
    private void messages(List<Waiting> all, Statements sql) throws SQLException {
        Set<MessageId> ids = new TreeSet<>(firsts.values());
        all.stream().filter(one -> one.opening.isEmpty()).forEach(one -> ids.add(one.entry.id()));
        if (ids.isEmpty()) {
            return;
        }
        PreparedStatement query = sql.query(
                "select " + MessageRow.COLUMNS
                        + ", state, last_step, steps from message where id = any(?) order by id for update",
                ids.stream().map(MessageId::value).toList());
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                MessageRow message = MessageRow.of(row);
                State state = State.valueOf(row.getString(11).toUpperCase(Locale.ROOT));
                messages.put(message.id(), new Known(message, state, row.getLong(12), row.getInt(13)));
            }
        }
    }

    private void references(List<Waiting> all, Statements sql, NewNames names) throws SQLException {
        Set<UUID> hashes = new HashSet<>();
        all.stream().filter(one -> one.opening.isEmpty()).forEach(one -> hashes.addAll(one.references));
        if (hashes.isEmpty()) {
            return;
        }
        references.addAll(names.under(hashes));
        references.addAll(Named.written(hashes, sql));
    }

    private void claims(List<Waiting> all, Statements sql) throws SQLException {
        Set<Long> deliveries = new TreeSet<>();
        all.forEach(one -> one.entry.settled().ifPresent(settlement -> deliveries.add(settlement.delivery())));
        if (deliveries.isEmpty()) {
            return;
        }
        PreparedStatement query = sql.queryNumbers(
                "select number, attempts from outbox where number = any(?) and claimed order by number for update",
                deliveries);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                claims.put(row.getLong(1), row.getInt(2));
            }
        }
    }

    private void numbers(List<Waiting> all, Statements sql) throws SQLException {
        List<Long> wanted = new ArrayList<>();
        all.forEach(one -> one.entry.dispatches().forEach(dispatch -> wanted.add(0L)));
        if (wanted.isEmpty()) {
            return;
        }
        try (ResultSet row = sql.queryNumbers("select nextval('delivery_number') from unnest(?)", wanted)
                .executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
    }
}
