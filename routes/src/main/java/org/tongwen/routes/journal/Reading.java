package org.tongwen.routes.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongwen.routes.journal.Evidence.Part;
import org.tongwen.routes.journal.Story.DeliveryState;

/** Reads one message, with one connection. */
final class Reading {

    private static final Map<String, Event> EVENTS = events();

    private final Connection connection;
    private final Seals seals;

    Reading(Connection connection, Seals seals) {
        this.connection = connection;
        this.seals = seals;
    }

    Optional<Story> story(MessageId id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + MessageRow.COLUMNS + ", state, last_step from message where id = ?")) {
            query.setObject(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(story(MessageRow.of(row), state(row.getString(11)), row.getLong(12)))
                        : Optional.empty();
            }
        }
    }

    /** The latest content of a kind. */
    Optional<byte[]> content(MessageId id, Content kind) throws SQLException {
        for (StepRow step : backwards(id)) {
            Optional<Evidence> evidence = evidence(step);
            Optional<Part> part = evidence.flatMap(one -> one.contents().stream()
                    .filter(any -> any.kind() == kind.number())
                    .findFirst());
            if (part.isPresent()) {
                return content(step, kind, part.get(), evidence.get().salt());
            }
        }
        return Optional.empty();
    }

    private List<StepRow> backwards(MessageId id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select last_step from message where id = ?")) {
            query.setObject(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                List<StepRow> steps = row.next() ? steps(id, row.getLong(1)) : new ArrayList<>();
                Collections.reverse(steps);
                return steps;
            }
        }
    }

    private Optional<byte[]> content(StepRow step, Content kind, Part part, long salt) throws SQLException {
        List<byte[]> sealed = new ArrayList<>();
        long number = Batch.contentNumber(step.number(), kind.number());
        try (PreparedStatement query = connection.prepareStatement(
                "select sealed from content where number between ? and ? order by number")) {
            query.setLong(1, number);
            query.setLong(2, number + part.rows() - 1);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sealed.add(row.getBytes(1));
                }
            }
        }
        if (sealed.size() != part.rows() || !Arrays.equals(Form.digest(sealed), part.digest())) {
            throw changed(step.message());
        }
        return Optional.of(seals.whole(step.message(), kind, salt, sealed));
    }

    private Story story(MessageRow row, State state, long last) throws SQLException {
        List<StepRow> rows = steps(row.id(), last);
        List<Step> steps = new ArrayList<>(rows.size());
        List<Long> deliveries = new ArrayList<>();
        for (StepRow step : rows) {
            Event event = event(step.event()).orElseThrow(() -> changed(step.message()));
            steps.add(new Step(Moments.moment(step.at()), event, step.actor(), seals.detail(step)));
            evidence(step).ifPresent(one -> one.deliveries().forEach(due -> deliveries.add(due.number())));
        }
        return new Story(row.id(), row.opening(), state, steps, deliveries(deliveries), related(row));
    }

    /** The steps in their order; each leads to the one before it. */
    private List<StepRow> steps(MessageId id, long last) throws SQLException {
        LinkedList<StepRow> steps = new LinkedList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select " + StepRow.COLUMNS + " from step where number = ?")) {
            long number = last;
            int ordinal = Integer.MAX_VALUE;
            while (number != 0) {
                query.setLong(1, number);
                try (ResultSet row = query.executeQuery()) {
                    StepRow step = row.next() ? StepRow.of(row) : null;
                    if (step == null || !step.message().equals(id) || step.ordinal() >= ordinal) {
                        throw changed(id);
                    }
                    steps.addFirst(step);
                    number = step.previous();
                    ordinal = step.ordinal();
                }
            }
        }
        return steps;
    }

    private List<DeliveryState> deliveries(List<Long> numbers) throws SQLException {
        List<DeliveryState> states = new ArrayList<>(numbers.size());
        if (numbers.isEmpty()) {
            return states;
        }
        try (PreparedStatement query =
                connection.prepareStatement("select d.number, d.message, d.conversation, d.receiver, d.content,"
                        + " d.media_type, d.iso_message, d.since, d.status, d.attempts, o.claimed, o.attempts from"
                        + " delivery d left join outbox o on o.number = d.number where d.number = any(?) order by"
                        + " d.number")) {
            query.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String status = row.getString(9);
                    boolean waits = status.equals("waiting");
                    states.add(new DeliveryState(
                            DeliveryRow.of(row).dispatch(),
                            waits ? row.getInt(12) : row.getInt(10),
                            waits && row.getBoolean(11) ? "claimed" : status));
                }
            }
        }
        return states;
    }

    private List<MessageId> related(MessageRow message) throws SQLException {
        List<MessageId> related = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select id from message where conversation = ? and id <> ? order by id")) {
            query.setObject(1, message.conversation().value());
            query.setObject(2, message.id().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    related.add(new MessageId(row.getObject(1, UUID.class)));
                }
            }
        }
        return related;
    }

    static State state(String word) {
        return State.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Optional<Event> event(String word) {
        return Optional.ofNullable(EVENTS.get(word));
    }

    private static Optional<Evidence> evidence(StepRow step) {
        try {
            return Evidence.of(step.evidence());
        } catch (IllegalArgumentException e) {
            throw changed(step.message());
        }
    }

    private static JournalException changed(MessageId id) {
        return new JournalException("the journal was changed: message " + id + " is not as it was written");
    }

    private static Map<String, Event> events() {
        Map<String, Event> events = new HashMap<>();
        for (Event event : Event.values()) {
            events.put(event.word(), event);
        }
        return events;
    }
}
