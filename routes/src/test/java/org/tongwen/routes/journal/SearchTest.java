package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class SearchTest {

    private final TestStore kind;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T10:00:00Z");
    private final Entries entries = new Entries(clock);
    private StoredJournal journal;
    private MessageId first;
    private MessageId held;
    private MessageId last;

    SearchTest(TestStore kind) {
        this.kind = kind;
    }

    @BeforeEach
    void fill() {
        journal = StoredJournal.open(kind.fresh(folder), "one", clock);
        first = MessageId.next(clock);
        journal.write(entries.payment(first).entry());
        clock.move(Duration.ofHours(1));
        held = MessageId.next(clock);
        journal.write(entries.opening(held, first, Optional.empty())
                .step(entries.step(Event.HELD))
                .reference(new Reference(Reference.Kind.UETR, "uetr of " + first))
                .entry());
        clock.move(Duration.ofHours(1));
        last = MessageId.next(clock);
        journal.write(entries.payment(last).entry());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aFloodOfAnswersDoesNotHideWhatTheyAnswer() {
        Reference uetr = new Reference(Reference.Kind.UETR, "uetr of " + first);
        for (int i = 0; i < 101; i++) {
            Opening opening =
                    new Opening(clock.instant(), "beta", "http", "iso", "pacs.002.001.10", first, Optional.empty());
            journal.write(Entry.opening(MessageId.next(clock), opening)
                    .step(entries.step(Event.RELEASED))
                    .reference(uetr)
                    .entry());
        }
        assertThat(journal.referring(uetr, Set.of("pacs.008", "pacs.009")))
                .extracting(Summary::id)
                .containsExactly(held, first);
        List<Summary> newest = journal.referring(uetr, Set.of());
        assertThat(newest).hasSize(100);
        Optional<MessageId> after = Optional.of(newest.get(99).id());
        List<Summary> others = journal.referring(uetr, Set.of(), after);
        assertThat(others).hasSize(3).doesNotContainAnyElementsOf(newest);
    }

    @Test
    void theNewestComesFirst() {
        assertThat(journal.find(Search.all(2))).extracting(Summary::id).containsExactly(last, held);
    }

    @Test
    void everyConditionCounts() {
        assertFinds(search("uetr of " + first, null, null, null, null, null), held, first);
        assertFinds(search("message id of " + last, null, null, null, null, null), last);
        assertFinds(search(null, "alpha", null, null, null, null), last, held, first);
        assertFinds(search(null, "beta", null, null, null, null));
        assertFinds(search(null, null, State.HELD, null, null, null), held);
        assertFinds(search(null, null, State.RELEASED, null, null, null), last, first);
        assertFinds(search(null, null, null, Instant.parse("2026-11-22T11:00:00Z"), null, null), last, held);
        assertFinds(search(null, null, null, null, Instant.parse("2026-11-22T11:00:00Z"), null), first);
        assertFinds(search(null, null, null, null, null, "pacs.008"), last, held, first);
        assertFinds(search(null, null, null, null, null, "pacs.00"));
        assertFinds(search(null, null, null, null, null, "pacs.008.001.08"), last, held, first);
    }

    @Test
    void aReferenceIsFoundByItsKindAlone() {
        assertThat(journal.referring(new Reference(Reference.Kind.UETR, "uetr of " + first), Set.of()))
                .extracting(Summary::id)
                .containsExactly(held, first);
        assertThat(journal.referring(new Reference(Reference.Kind.CASE_ID, "uetr of " + first), Set.of()))
                .isEmpty();
    }

    @Test
    void countsTellWhatWaits() {
        Journal.Counts counts = journal.counts();
        assertThat(counts).isEqualTo(new Journal.Counts(1, 2, 0, Duration.ofHours(2)));
        assertThat(journal.story(first).orElseThrow().related()).containsExactly(held);
    }

    @Test
    void aStoryNamesAllMessagesOfItsConversation() {
        List<MessageId> answers = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            MessageId answer = MessageId.next(clock);
            journal.write(entries.opening(answer, first, Optional.empty())
                    .step(entries.step(Event.RELEASED))
                    .entry());
            answers.add(answer);
        }
        assertThat(journal.story(first).orElseThrow().related()).containsAll(answers);
    }

    private void assertFinds(Search search, MessageId... ids) {
        assertThat(journal.find(search)).extracting(Summary::id).containsExactly(ids);
    }

    private static Search search(
            @Nullable String reference,
            @Nullable String participant,
            @Nullable State state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String message) {
        return new Search(
                Optional.ofNullable(reference),
                Optional.ofNullable(participant),
                Optional.ofNullable(state),
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                Optional.ofNullable(message),
                50);
    }
}
