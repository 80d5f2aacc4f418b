package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tongwen.routes.journal.Entries.bytes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Opening.Key;
import org.tongwen.routes.journal.Settlement.Outcome;

@ParameterizedClass
@EnumSource(TestStore.class)
class StoredJournalTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration CEILING = Duration.ofMinutes(5);

    private final TestStore kind;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T10:00:00.123456789Z");
    private final Entries entries = new Entries(clock);
    private Store store;
    private StoredJournal journal;

    StoredJournalTest(TestStore kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        store = kind.fresh(folder);
        journal = StoredJournal.open(store, "one", clock);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatIsWrittenIsReadBackAlsoByTheNextProcess() {
        MessageId id = MessageId.next(clock);
        Entry entry = entries.payment(id).entry();

        assertThat(journal.write(entry)).isEqualTo(new Receipt.Written());
        assertIsThere(id, entry);
        journal.close();
        journal = StoredJournal.open(store, "one", clock);
        assertIsThere(id, entry);
    }

    private void assertIsThere(MessageId id, Entry entry) {
        Story story = journal.story(id).orElseThrow();
        assertThat(story.opening()).isEqualTo(entry.opening().orElseThrow());
        assertThat(story.state()).isEqualTo(State.RELEASED);
        assertThat(story.steps()).usingRecursiveComparison().isEqualTo(entry.steps());
        assertThat(story.deliveries())
                .containsExactly(new Story.DeliveryState(entry.dispatches().get(0), 0, "waiting"));
        assertThat(journal.content(id, Content.ORIGINAL)).hasValue(bytes("original of " + id));
        assertThat(journal.content(id, Content.ISO)).hasValue(bytes("<iso>" + id + "</iso>"));
        assertThat(journal.content(id, Content.ANSWER)).isEmpty();
    }

    @Test
    void aLargeContentIsKeptInParts() {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        MessageId id = MessageId.next(clock);
        journal.write(entries.opening(id, Optional.empty())
                .step(entries.step(Event.RELEASED))
                .content(Content.ORIGINAL, large)
                .content(Content.RESULT, new byte[0])
                .entry());

        assertThat(journal.content(id, Content.ORIGINAL)).hasValue(large);
        assertThat(journal.content(id, Content.RESULT)).hasValue(new byte[0]);
    }

    @Test
    void theLatestContentOfAKindCounts() {
        MessageId id = MessageId.next(clock);
        journal.write(held(id, Optional.empty()));
        journal.write(Entry.about(id)
                .step(entries.step(Event.REPAIRED))
                .content(Content.REPAIRED, bytes("first"))
                .entry());
        journal.write(Entry.about(id)
                .step(entries.step(Event.REPAIRED))
                .content(Content.REPAIRED, bytes("second"))
                .entry());

        assertThat(journal.content(id, Content.REPAIRED)).hasValue(bytes("second"));
    }

    @Test
    void theSameContentUnderTheSameKeyIsARepeat() {
        Key key = new Key("k", true);
        MessageId first = MessageId.next(clock);
        journal.write(released(first, Optional.of(key), "content"));

        MessageId second = MessageId.next(clock);
        assertThat(journal.write(released(second, Optional.of(key), "content"))).isEqualTo(new Receipt.Repeat(first));
        assertThat(journal.write(released(MessageId.next(clock), Optional.of(key), "other")))
                .isEqualTo(new Receipt.Conflict(first));
        assertThat(journal.story(second)).isEmpty();
        assertThat(journal.story(first).orElseThrow().steps())
                .extracting(Step::event)
                .containsExactly(Event.RECEIVED, Event.RELEASED, Event.REPEATED);
    }

    @Test
    void aRefusedMessageKeepsOnlyABindingKey() {
        Key loose = new Key("loose", false);
        Key binding = new Key("binding", true);
        journal.write(refused(loose));
        assertThat(journal.write(refused(loose))).isEqualTo(new Receipt.Written());
        MessageId first = MessageId.next(clock);
        journal.write(held(first, Optional.of(new Key("later", false))));
        journal.write(Entry.about(first).step(entries.step(Event.REFUSED)).entry());
        assertThat(journal.write(held(MessageId.next(clock), Optional.of(new Key("later", false)))))
                .isEqualTo(new Receipt.Written());
        journal.write(refused(binding));
        assertThat(journal.write(refused(binding))).isInstanceOf(Receipt.Repeat.class);
    }

    @Test
    void whatWasOvertakenIsNotWritten() {
        MessageId id = MessageId.next(clock);
        journal.write(held(id, Optional.empty()));
        Entry release = Entry.about(id)
                .onlyIn(Set.of(State.HELD))
                .step(entries.step(Event.RELEASED))
                .entry();

        assertThat(journal.write(release)).isEqualTo(new Receipt.Written());
        assertThat(journal.write(release)).isEqualTo(new Receipt.Overtaken(State.RELEASED));
        assertThat(journal.story(id).orElseThrow().steps()).hasSize(3);
    }

    @Test
    void aMessageThatIsNotKnownFailsAlone() {
        Entry unknown = Entry.about(MessageId.next(clock))
                .step(entries.step(Event.HELD))
                .entry();
        assertThatThrownBy(() -> journal.write(unknown))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has no message");
    }

    @Test
    void deliveriesOfAConversationGoOutOneAfterTheOther() {
        MessageId first = MessageId.next(clock);
        journal.write(entries.payment(first).entry());
        MessageId second = MessageId.next(clock);
        journal.write(entries.opening(second, first, Optional.empty())
                .step(entries.step(Event.RELEASED))
                .dispatch(Entries.dispatch("beta"))
                .dispatch(Entries.dispatch("gamma"))
                .entry());

        assertThat(journal.claim(10, LEASE, CEILING, Set.of()))
                .extracting(Delivery::message, one -> one.dispatch().receiver(), Delivery::attempt)
                .containsExactly(tuple(first, "beta", 1), tuple(second, "gamma", 1));
        assertThat(journal.claim(10, LEASE, CEILING, Set.of())).isEmpty();
        clock.move(LEASE);
        Delivery again = journal.claim(10, LEASE, CEILING, Set.of()).get(0);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(journal.write(
                        settled(again.message(), new Settlement(again.number(), 1, Outcome.DONE, Optional.empty()))))
                .isEqualTo(new Receipt.Overtaken(State.RELEASED));
        assertThat(journal.write(
                        settled(again.message(), new Settlement(again.number(), 2, Outcome.DONE, Optional.empty()))))
                .isEqualTo(new Receipt.Written());
        assertThat(journal.claim(10, LEASE, CEILING, Set.of()))
                .extracting(Delivery::message)
                .containsExactly(second);
        assertThat(journal.story(first).orElseThrow().deliveries())
                .containsExactly(new Story.DeliveryState(Entries.dispatch("beta"), 2, "done"));
    }

    @Test
    void whatWasPlannedBeforeTheClockWasSetBackIsDue() {
        MessageId id = MessageId.next(clock);
        journal.write(entries.payment(id).entry());
        Delivery delivery = journal.claim(1, LEASE, CEILING, Set.of()).get(0);
        journal.write(settled(
                id,
                new Settlement(
                        delivery.number(),
                        1,
                        Outcome.RETRY,
                        Optional.of(clock.instant().plus(CEILING)))));
        assertThat(journal.claim(1, LEASE, CEILING, Set.of())).isEmpty();
        clock.move(Duration.ofHours(-3));
        assertThat(journal.claim(1, LEASE, CEILING, Set.of()))
                .extracting(Delivery::attempt)
                .containsExactly(2);
    }

    private Entry settled(MessageId id, Settlement settlement) {
        return Entry.about(id)
                .step(entries.step(settlement.outcome() == Outcome.DONE ? Event.DELIVERED : Event.ATTEMPTED))
                .settled(settlement)
                .entry();
    }

    private Entry held(MessageId id, Optional<Key> key) {
        return entries.opening(id, key)
                .step(entries.step(Event.HELD))
                .content(Content.ORIGINAL, bytes("held"))
                .entry();
    }

    private Entry refused(Key key) {
        return entries.opening(Optional.of(key))
                .step(entries.step(Event.REFUSED))
                .content(Content.ORIGINAL, bytes("refused"))
                .entry();
    }

    private Entry released(MessageId id, Optional<Key> key, String content) {
        return entries.opening(id, key)
                .step(entries.step(Event.RELEASED))
                .content(Content.ORIGINAL, bytes(content))
                .entry();
    }
}
