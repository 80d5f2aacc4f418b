package org.tongwen.routes.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
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

/** A journal in memory, as far as the desk uses one. */
public final class MemoryJournal implements Journal {

    /** Stands until an entry opens the message. */
    private static final Opening NOTHING =
            new Opening(Instant.EPOCH, "", "", "", "", new MessageId(new UUID(0, 0)), Optional.empty());

    private final Map<MessageId, Kept> messages = new TreeMap<>(Comparator.reverseOrder());
    private boolean away;

    private static final class Kept {
        private Opening opening = NOTHING;
        private State state = State.RELEASED;
        private final List<Step> steps = new ArrayList<>();
        private final Map<Content, byte[]> contents = new EnumMap<>(Content.class);
        private final List<Reference> references = new ArrayList<>();
        private final List<Story.DeliveryState> deliveries = new ArrayList<>();
    }

    /** From now on the store is away, or back. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** What became of the last delivery of a message. */
    public void delivered(MessageId id, String word) {
        List<Story.DeliveryState> deliveries = Objects.requireNonNull(messages.get(id)).deliveries;
        Dispatch last = deliveries.remove(deliveries.size() - 1).dispatch();
        deliveries.add(new Story.DeliveryState(last, 3, word));
    }

    @Override
    public void giveBack(List<Delivery> claimed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Summary> unanswered(java.time.Instant before, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Receipt> submit(Entry entry) {
        return CompletableFuture.completedFuture(write(entry));
    }

    @Override
    public synchronized Receipt write(Entry entry) {
        mustBeThere();
        Kept kept = messages.computeIfAbsent(entry.id(), id -> new Kept());
        boolean late = !entry.onlyIn().isEmpty() && !entry.onlyIn().contains(kept.state)
                || entry.onlyAfter().isPresent() && entry.onlyAfter().getAsInt() != kept.steps.size();
        if (late) {
            return new Receipt.Overtaken(kept.state);
        }
        entry.opening().ifPresent(opening -> kept.opening = opening);
        for (Step step : entry.steps()) {
            kept.steps.add(step);
            step.event().state().ifPresent(state -> kept.state = state);
        }
        kept.contents.putAll(entry.contents());
        kept.references.addAll(entry.references());
        entry.dispatches().forEach(dispatch -> kept.deliveries.add(new Story.DeliveryState(dispatch, 0, "waiting")));
        return new Receipt.Written();
    }

    private void mustBeThere() {
        if (away) {
            throw new JournalException("the store is away", new IllegalStateException("test"));
        }
    }

    @Override
    public synchronized Optional<Story> story(MessageId id) {
        mustBeThere();
        return Optional.ofNullable(messages.get(id))
                .map(kept -> new Story(id, kept.opening, kept.state, kept.steps, kept.deliveries, List.of()));
    }

    @Override
    public synchronized Optional<byte[]> content(MessageId id, Content kind) {
        return Optional.ofNullable(messages.get(id)).map(kept -> kept.contents.get(kind));
    }

    @Override
    public synchronized List<Summary> find(Search search) {
        mustBeThere();
        return messages.entrySet().stream()
                .filter(each -> fits(each.getValue(), search))
                .limit(search.most())
                .map(each -> summary(each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean fits(Kept kept, Search search) {
        return search.state().map(kept.state::equals).orElse(true)
                && search.participant().map(kept.opening.participant()::equals).orElse(true)
                && search.message().map(kept.opening.message()::startsWith).orElse(true)
                && search.since()
                        .map(since -> !kept.opening.received().isBefore(since))
                        .orElse(true)
                && search.until()
                        .map(until -> kept.opening.received().isBefore(until))
                        .orElse(true)
                && search.reference()
                        .map(text -> kept.references.stream()
                                .anyMatch(each -> each.value().equals(text)))
                        .orElse(true);
    }

    private static Summary summary(MessageId id, Kept kept) {
        Opening opening = kept.opening;
        return new Summary(
                id,
                opening.received(),
                opening.participant(),
                opening.message(),
                opening.mapping(),
                kept.state,
                opening.conversation());
    }

    @Override
    public List<Summary> referring(Reference reference, java.util.Set<String> families) {
        return List.of();
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
        mustBeThere();
        return new Verification(List.of(new Verification.Chain("one", "2026-01-31", 7, "ab12")), List.of());
    }

    @Override
    public void close() {}
}
