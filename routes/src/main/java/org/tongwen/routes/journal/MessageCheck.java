package org.tongwen.routes.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks message by message that it is where its last step says, and that it holds its repeat key as long as it should. */
final class MessageCheck {

    static final String KEY = "hub.JournalKey";

    private static final int PAGE = 500;
    private static final UUID LEAST = new UUID(0, 0);
    private static final String QUERY =
            "select m.id, m.state, m.steps, m.repeat_key, s.message, s.ordinal, s.state, s.holds_key, k.message,"
                    + " a.state from message m left join step s on s.number = m.last_step left join repeat_key k on k.hash"
                    + " = m.repeat_key left join attention a on a.message = m.id where m.id > ? order by m.id"
                    + " limit " + PAGE;

    /** What can change in the row of a message. */
    private record Row(UUID id, String state, int steps, Optional<UUID> key) {}

    /** What the last step says of it. */
    private record Last(Optional<UUID> message, int ordinal, Optional<String> state, boolean holdsKey) {}

    /** A message with all that must fit it: its last step, the holder of its key, its place in the list of those that wait for somebody. */
    private record Found(Row row, Last last, Optional<UUID> holder, Optional<String> attention) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    new Row(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), id(row, 4)),
                    new Last(id(row, 5), row.getInt(6), Optional.ofNullable(row.getString(7)), row.getBoolean(8)),
                    id(row, 9),
                    Optional.ofNullable(row.getString(10)));
        }

        private static Optional<UUID> id(ResultSet row, int column) throws SQLException {
            return Optional.ofNullable(row.getObject(column, UUID.class));
        }
    }

    private final Rows rows;
    private final Doubts doubts;
    private long steps;
    private long keys;
    private long attention;

    MessageCheck(Rows rows, Doubts doubts) {
        this.rows = rows;
        this.doubts = doubts;
    }

    void check() throws SQLException {
        List<Found> page = rows.all(QUERY, Found::of, LEAST);
        while (!page.isEmpty()) {
            page.forEach(this::check);
            page = rows.all(QUERY, Found::of, page.get(page.size() - 1).row().id());
        }
        doubts.same(ChainCheck.STEP, "step", rows.count("select count(*) from step"), steps);
        doubts.same(KEY, "repeat_key", rows.count("select count(*) from repeat_key"), keys);
        doubts.same(EvidenceCheck.MESSAGE, "attention", rows.count("select count(*) from attention"), attention);
    }

    private void check(Found found) {
        Row row = found.row();
        Last last = found.last();
        boolean isLast = last.message().equals(Optional.of(row.id())) && last.ordinal() + 1 == row.steps();
        if (!isLast || !last.state().equals(Optional.of(row.state()))) {
            doubt(EvidenceCheck.MESSAGE, row, "it is not where its last step says");
        }
        steps += row.steps();
        boolean holds = found.holder().equals(Optional.of(row.id()));
        if (last.holdsKey() != row.key().isPresent() || last.holdsKey() != holds) {
            doubt(KEY, row, "its repeat key is missing, or it had given it back");
        }
        keys += last.holdsKey() ? 1 : 0;
        boolean waits = row.state().equals(State.HELD.word()) || row.state().equals(State.UNDELIVERED.word());
        if (!found.attention().equals(waits ? Optional.of(row.state()) : Optional.empty())) {
            doubt(EvidenceCheck.MESSAGE, row, "the list of those that wait for somebody is wrong about it");
        }
        attention += waits ? 1 : 0;
    }

    private void doubt(String id, Row row, String text) {
        doubts.about(id, new MessageId(row.id()), text);
    }
}
