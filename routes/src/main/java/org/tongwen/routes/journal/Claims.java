package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Takes deliveries from the outbox, with one connection, in a transaction. */
final class Claims {

    /** The head of each lane: nothing of the same conversation and receiver was to be delivered before it. */
    private static final String HEADS = "select o.number from outbox o where %s%s"
            + " and not exists (select 1 from outbox p where p.lane = o.lane and p.number < o.number) order by o.due, o.number limit ?";

    /** Apart from looking, because H2 locks all that is due before it counts to the limit. */
    private static final String LOCK = "select o.number from outbox o where o.number = any(?) and %s"
            + " order by o.due, o.number limit ? for update skip locked";

    /** So many more are looked at than wanted, because other processes look at the same. */
    private static final int SPARE = 4;

    private static final String NOT_BUSY = " and not (o.receiver = any(?))";

    private static final String DUE = "o.due <= ?";
    private static final String BEYOND = "o.due > ?";

    /** By how much the clocks of processes that share a store may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Connection connection;
    private final Set<String> busy;

    /** Takes nothing for receivers that are busy. */
    Claims(Connection connection, Set<String> busy) {
        this.connection = connection;
        this.busy = busy;
    }

    /** What a process had claimed that was killed is due at once, when nobody else can have claimed it. */
    static void endAll(DataSource alone, Instant now) throws SQLException {
        try (Connection connection = alone.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update outbox set claimed = false, due = ? where claimed")) {
            update.setLong(1, Moments.number(now));
            update.executeUpdate();
        }
    }

    List<Delivery> claim(int most, Duration lease, Duration ceiling, Instant now) throws SQLException {
        long moment = Moments.number(now);
        Duration longest = (ceiling.compareTo(lease) > 0 ? ceiling : lease).plus(SKEW);
        List<Long> taken = new ArrayList<>(heads(DUE, moment, most));
        if (taken.size() < most) {
            taken.addAll(heads(BEYOND, moment + Moments.number(longest), most - taken.size()));
        }
        if (taken.isEmpty()) {
            return List.of();
        }
        lease(taken, moment + Moments.number(lease));
        return deliveries(taken);
    }

    /** Those that nobody else has claimed meanwhile; due since they first were. */
    void giveBack(List<Delivery> claimed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update outbox set claimed = false, due = ?,"
                + " attempts = attempts - 1 where number = ? and attempts = ? and claimed")) {
            for (Delivery delivery : claimed) {
                update.setLong(1, Moments.number(delivery.since()));
                update.setLong(2, delivery.number());
                update.setInt(3, delivery.attempt());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private List<Long> heads(String time, long moment, int most) throws SQLException {
        String sql = String.format(HEADS, time, busy.isEmpty() ? "" : NOT_BUSY);
        List<Long> seen;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            int parameter = 1;
            query.setLong(parameter++, moment);
            if (!busy.isEmpty()) {
                query.setArray(parameter++, connection.createArrayOf("varchar", busy.toArray()));
            }
            query.setInt(parameter, most * SPARE);
            seen = numbers(query);
        }
        return seen.isEmpty() ? seen : lock(seen, time, moment, most);
    }

    /** Those of them that are still as they were seen and that nobody else is just taking. */
    private List<Long> lock(List<Long> seen, String time, long moment, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(String.format(LOCK, time))) {
            query.setArray(1, connection.createArrayOf("bigint", seen.toArray()));
            query.setLong(2, moment);
            query.setInt(3, most);
            return numbers(query);
        }
    }

    private static List<Long> numbers(PreparedStatement query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private void lease(List<Long> numbers, long until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update outbox set claimed = true, due = ?, attempts = attempts + 1 where number = any(?)")) {
            update.setLong(1, until);
            update.setArray(2, connection.createArrayOf("bigint", numbers.toArray()));
            update.executeUpdate();
        }
    }

    private List<Delivery> deliveries(List<Long> numbers) throws SQLException {
        List<Delivery> deliveries = new ArrayList<>(numbers.size());
        try (PreparedStatement query = connection.prepareStatement(
                "select d.number, d.message, d.conversation, d.receiver, d.content, d.media_type, d.iso_message,"
                        + " d.since, o.attempts from delivery d join outbox o on o.number = d.number where d.number ="
                        + " any(?) order by d.number")) {
            query.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    DeliveryRow delivery = DeliveryRow.of(row);
                    deliveries.add(new Delivery(
                            delivery.number(),
                            delivery.message(),
                            delivery.conversation(),
                            delivery.dispatch(),
                            row.getInt(9),
                            Moments.moment(delivery.since())));
                }
            }
        }
        return deliveries;
    }
}
