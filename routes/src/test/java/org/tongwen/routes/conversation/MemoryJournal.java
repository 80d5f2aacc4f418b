package org.tongwen.routes.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Receipt;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Search;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;
import org.tongwen.routes.journal.Verification;

/** A journal in memory, as far as conversations need one. It can be told to be away. */
final class MemoryJournal implements Journal {

    private static final Set<String> ANSWERABLE = Set.of("pacs.008", "pacs.009", "pacs.003", "pacs.004", "pain.001");

    /** One message. */
    private static final class Row {

        private final Opening opening;
        private Optional<State> state = Optional.empty();
        private Optional<Instant> waitingSince = Optional.empty();
        private final List<Step> steps = new ArrayList<>();
        private final Map<Content, byte[]> contents = new EnumMap<>(Content.class);
        private final Set<Reference> references = new HashSet<>();
        private final List<Dispatch> dispatches = new ArrayList<>();

        Row(Opening opening) {
            this.opening = opening;
        }
    }

    private final Map<MessageId, Row> rows = new LinkedHashMap<>();
    private final Map<String, MessageId> keys = new HashMap<>();
    private boolean away;
    private boolean failsAfterOpening;
    private Runnable beforeOpening = () -> {};
    private int reads;

    /** Whether nothing can be read or written from now on. */
    synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** The next new message is written, and then the store is away. */
    synchronized void failAfterNextOpening() {
        failsAfterOpening = true;
    }

    /** Somebody else is faster than the next new message. */
    synchronized void beforeNextOpening(Runnable work) {
        beforeOpening = work;
    }

    /** How often something was read. */
    synchronized int reads() {
        return reads;
    }

    private void mustBeThere() {
        if (away) {
            throw new JournalException("the store is away", new IllegalStateException("by a test"));
        }
    }

    @Override
    public void giveBack(List<Delivery> claimed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Receipt> submit(Entry entry) {
        try {
            return CompletableFuture.completedFuture(write(entry));
        } catch (JournalException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public synchronized Receipt write(Entry entry) {
        mustBeThere();
        if (entry.opening().isPresent()) {
            Runnable other = beforeOpening;
            beforeOpening = () -> {};
            other.run();
            Optional<Receipt> before = before(entry, entry.opening().get());
            if (before.isPresent()) {
                return before.get();
            }
            rows.put(entry.id(), new Row(entry.opening().get()));
        }
        Row row = rows.get(entry.id());
        if (row == null) {
            throw new IllegalArgumentException("there is no such message");
        }
        State state = row.state.orElse(State.RELEASED);
        if (!entry.onlyIn().isEmpty() && !entry.onlyIn().contains(state)) {
            return new Receipt.Overtaken(state);
        }
        apply(entry, row);
        away |= failsAfterOpening && entry.opening().isPresent();
        return new Receipt.Written();
    }

    private Optional<Receipt> before(Entry entry, Opening opening) {
        if (opening.key().isEmpty()) {
            return Optional.empty();
        }
        MessageId first = keys.putIfAbsent(
                opening.participant() + " " + opening.key().get().text(), entry.id());
        return Optional.ofNullable(first).map(Receipt.Conflict::new);
    }

    private static void apply(Entry entry, Row row) {
        row.steps.addAll(entry.steps());
        row.contents.putAll(entry.contents());
        row.references.addAll(entry.references());
        row.dispatches.addAll(entry.dispatches());
        entry.steps().forEach(step -> step(step, row));
    }

    private static void step(Step step, Row row) {
        boolean answered = row.state.equals(Optional.of(State.ANSWERED));
        step.event().state().filter(state -> !answered).ifPresent(state -> row.state = Optional.of(state));
        boolean waits = ANSWERABLE.contains(Family.of(row.opening.message()).orElse(""));
        switch (step.event()) {
            case DELIVERED -> row.waitingSince = waits && !answered ? Optional.of(step.at()) : Optional.empty();
            case ASKED -> row.waitingSince = row.waitingSince.map(since -> step.at());
            case ANSWERED, UNANSWERED -> row.waitingSince = Optional.empty();
            default -> {
                // Changes nothing.
            }
        }
    }

    private Row row(MessageId id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("there is no such message");
        }
        return row;
    }

    /** The events of a message, in order. */
    synchronized List<Event> events(MessageId id) {
        return row(id).steps.stream().map(Step::event).toList();
    }

    @Override
    public synchronized Optional<Story> story(MessageId id) {
        mustBeThere();
        reads++;
        return Optional.ofNullable(rows.get(id))
                .map(row -> new Story(
                        id,
                        row.opening,
                        row.state.orElse(State.RELEASED),
                        row.steps,
                        row.dispatches.stream()
                                .map(dispatch -> new Story.DeliveryState(dispatch, 1, "done"))
                                .toList(),
                        related(id, row)));
    }

    private List<MessageId> related(MessageId id, Row row) {
        return rows.entrySet().stream()
                .filter(other -> other.getValue().opening.conversation().equals(row.opening.conversation()))
                .map(Map.Entry::getKey)
                .filter(other -> !other.equals(id))
                .toList();
    }

    @Override
    public synchronized Optional<byte[]> content(MessageId id, Content kind) {
        mustBeThere();
        reads++;
        return Optional.ofNullable(rows.get(id)).flatMap(row -> Optional.ofNullable(row.contents.get(kind)));
    }

    @Override
    public List<Summary> find(Search search) {
        throw new UnsupportedOperationException("conversations do not search");
    }

    /** As many as the store gives. */
    private static final int MOST = 100;

    @Override
    public synchronized List<Summary> referring(Reference reference, Set<String> families) {
        mustBeThere();
        reads++;
        return summaries(row -> row.references.contains(reference))
                .filter(summary -> families.isEmpty() || families.stream().anyMatch(summary.message()::startsWith))
                .limit(MOST)
                .toList();
    }

    private interface Condition {
        boolean holds(Row row);
    }

    private Stream<Summary> summaries(Condition condition) {
        return rows.entrySet().stream()
                .filter(entry -> condition.holds(entry.getValue()))
                .sorted(Comparator.comparing((Map.Entry<MessageId, Row> entry) -> entry.getKey())
                        .reversed())
                .map(entry -> summary(entry.getKey(), entry.getValue()));
    }

    private static Summary summary(MessageId id, Row row) {
        Opening opening = row.opening;
        return new Summary(
                id,
                opening.received(),
                opening.participant(),
                opening.message(),
                opening.mapping(),
                row.state.orElse(State.RELEASED),
                opening.conversation());
    }

    @Override
    public synchronized List<Summary> unanswered(Instant before, int most) {
        mustBeThere();
        return summaries(row ->
                        row.waitingSince.filter(since -> since.isBefore(before)).isPresent())
                .sorted(Comparator.comparing(
                        summary -> row(summary.id()).waitingSince.orElseThrow()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Delivery> claim(int most, Duration lease, Duration ceiling, java.util.Set<String> busy) {
        return List.of();
    }

    @Override
    public Counts counts() {
        return new Counts(0, 0, 0, Duration.ZERO);
    }

    @Override
    public Verification verify() {
        return new Verification(List.of(), List.of());
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
