package org.tongwen.routes.journal;

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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A journal in memory, without an outbox and chains. It can be told to be away. */
public final class MemoryJournal implements Journal {

    /** Stands for a message that was never opened. */
    private static final Opening NOTHING =
            new Opening(Instant.EPOCH, "", "", "", "", new MessageId(new UUID(0, 0)), Optional.empty());

    private static final Set<String> PAYMENTS = Set.of("pacs.003", "pacs.008", "pacs.009", "pacs.010");

    /** One message. */
    private static final class Row {

        private final Opening opening;
        private Optional<State> state = Optional.empty();
        private Optional<Instant> waitingSince = Optional.empty();
        private final List<Step> steps = new ArrayList<>();
        private final Map<Content, byte[]> contents = new EnumMap<>(Content.class);
        private final Set<Reference> references = new HashSet<>();
        private final List<Story.DeliveryState> deliveries = new ArrayList<>();

        Row(Opening opening) {
            this.opening = opening;
        }
    }

    private final Map<MessageId, Row> rows = new LinkedHashMap<>();
    private final Map<String, MessageId> keys = new HashMap<>();
    private boolean away;
    private boolean failsAfterOpening;
    private Runnable beforeOpening = () -> {};
    private Runnable beforeTurn = () -> {};
    private int reads;

    /** Whether nothing can be read or written from now on. */
    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** The next new message is written, and then the store is away. */
    public synchronized void failAfterNextOpening() {
        failsAfterOpening = true;
    }

    /** Somebody else is faster than the next new message. */
    public synchronized void beforeNextOpening(Runnable work) {
        beforeOpening = work;
    }

    /** Somebody else has the next turn first. */
    public synchronized void beforeNextTurn(Runnable work) {
        beforeTurn = work;
    }

    /** How often something was read. */
    public synchronized int reads() {
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
        Row row = rows.computeIfAbsent(entry.id(), id -> new Row(NOTHING));
        State state = row.state.orElse(State.RELEASED);
        boolean isLate = !entry.onlyIn().isEmpty() && !entry.onlyIn().contains(state)
                || entry.onlyAfter().isPresent() && entry.onlyAfter().getAsInt() != row.steps.size();
        if (isLate) {
            return new Receipt.Overtaken(state);
        }
        Optional<MessageId> rival = entry.rival()
                .map(other -> keys.get(other.participant() + " " + other.key().text()))
                .filter(other -> !other.equals(entry.id()));
        if (rival.isPresent()) {
            return new Receipt.Conflict(rival.get());
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
        entry.dispatches().forEach(dispatch -> row.deliveries.add(new Story.DeliveryState(dispatch, 0, "waiting")));
        entry.steps().forEach(step -> step(step, row));
    }

    private static void step(Step step, Row row) {
        boolean answered = row.state.equals(Optional.of(State.ANSWERED));
        step.event().state().filter(state -> !answered).ifPresent(state -> row.state = Optional.of(state));
        boolean waits = MessageName.family(row.opening.message())
                .filter(PAYMENTS::contains)
                .isPresent();
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

    /** What became of the last delivery of a message. */
    public synchronized void delivered(MessageId id, String word) {
        List<Story.DeliveryState> deliveries = row(id).deliveries;
        Dispatch last = deliveries.remove(deliveries.size() - 1).dispatch();
        deliveries.add(new Story.DeliveryState(last, 3, word));
    }

    /** The events of a message, in order. */
    public synchronized List<Event> events(MessageId id) {
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
                        row.deliveries,
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
    public synchronized List<Summary> find(Search search) {
        mustBeThere();
        return summaries(row -> fits(row, search)).limit(search.most()).toList();
    }

    private static boolean fits(Row row, Search search) {
        return fits(search.state(), row.state.orElse(State.RELEASED)::equals)
                && fits(search.participant(), row.opening.participant()::equals)
                && fits(search.message(), row.opening.message()::startsWith)
                && fits(search.since(), since -> !row.opening.received().isBefore(since))
                && fits(search.until(), row.opening.received()::isBefore)
                && fits(
                        search.reference(),
                        value -> row.references.stream()
                                .anyMatch(one -> one.value().equals(value)));
    }

    private static <T> boolean fits(Optional<T> wanted, Predicate<T> condition) {
        return wanted.map(condition::test).orElse(true);
    }

    @Override
    public synchronized List<Summary> referring(Reference reference, Set<String> families, Optional<MessageId> after) {
        mustBeThere();
        reads++;
        return summaries(row -> row.references.contains(reference))
                .filter(summary -> families.isEmpty() || families.stream().anyMatch(summary.message()::startsWith))
                .filter(summary -> fits(after, last -> summary.id().compareTo(last) < 0))
                .limit(MOST_REFERRING)
                .toList();
    }

    private Stream<Summary> summaries(Predicate<Row> condition) {
        return rows.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
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
    public synchronized Turn turn(Turn.To purpose, MessageId message) {
        Runnable other = beforeTurn;
        beforeTurn = () -> {};
        other.run();
        return () -> {};
    }

    @Override
    public Turn turn(String participant, Opening.Key key) {
        return () -> {};
    }

    @Override
    public List<Delivery> claim(int most, Duration lease, Duration ceiling, Set<String> busy) {
        return List.of();
    }

    @Override
    public Counts counts() {
        return new Counts(0, 0, 0, Duration.ZERO);
    }

    @Override
    public synchronized boolean isWritable() {
        return !away;
    }

    @Override
    public Verification verify() {
        mustBeThere();
        return new Verification(List.of(new Verification.Chain("one", "2026-01-31", 7, "ab12")), List.of());
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
