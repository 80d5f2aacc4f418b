package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Opening.Key;
import org.tongwen.routes.journal.Settlement.Outcome;

@ParameterizedClass
@EnumSource(TestStore.class)
class ManyWritersTest {

    private static final int THREADS = 200;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final TestStore kind;

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Entries entries = new Entries(clock);

    ManyWritersTest(TestStore kind) {
        this.kind = kind;
    }

    @Test
    void twoHundredThreadsWriteBesideACheck() throws InterruptedException, ExecutionException {
        Store store = kind.fresh(folder);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            List<Future<MessageId>> all = new ArrayList<>();
            for (int i = 0; i < 5 * THREADS; i++) {
                all.add(threads.submit(() -> {
                    MessageId id = MessageId.next(clock);
                    assertThat(journal.write(entries.payment(id).entry())).isEqualTo(new Receipt.Written());
                    return id;
                }));
            }
            assertThat(journal.verify().findings()).isEmpty();
            for (Future<MessageId> one : all) {
                assertThat(journal.story(one.get())).isPresent();
            }
            Verification end = journal.verify();
            assertThat(end.findings()).isEmpty();
            assertThat(end.chains().stream()
                            .mapToLong(Verification.Chain::steps)
                            .sum())
                    .isEqualTo(3L * all.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofAHundredAtOnceUnderOneKeyOneIsWritten() {
        Store store = kind.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            List<Receipt> receipts = together(Stream.generate(() -> journal).limit(100));
            assertThat(receipts).filteredOn(Receipt.Written.class::isInstance).hasSize(1);
            assertThat(receipts).filteredOn(Receipt.Repeat.class::isInstance).hasSize(99);
            assertThat(journal.verify().findings()).isEmpty();
        }
    }

    private List<Receipt> together(Stream<StoredJournal> journals) {
        Key key = new Key("the key", true);
        List<CompletableFuture<Receipt>> futures = journals.map(
                        journal -> journal.submit(entries.opening(Optional.of(key))
                                .step(entries.step(Event.RELEASED))
                                .content(Content.ORIGINAL, Entries.bytes("the same"))
                                .entry()))
                .toList();
        return futures.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void oneBadEntryDoesNotSpoilItsNeighbours() {
        Store store = kind.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            MessageId twice = MessageId.next(clock);
            List<CompletableFuture<Receipt>> futures = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                MessageId id = i == 10 || i == 30 ? twice : MessageId.next(clock);
                futures.add(journal.submit(entries.payment(id).entry()));
            }
            long failed = futures.stream()
                    .filter(future ->
                            future.handle((receipt, failure) -> failure != null).join())
                    .count();
            assertThat(failed).isEqualTo(1);
            assertThat(journal.verify().findings()).isEmpty();
            assertThat(journal.verify().chains().get(0).steps()).isEqualTo(3 * 49);
        }
    }

    @Test
    void deliveriesAreSharedAndNoneIsGivenTwice() throws InterruptedException, ExecutionException {
        Store store = kind.fresh(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            List<CompletableFuture<Receipt>> written = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                written.add(
                        journal.submit(entries.payment(MessageId.next(clock)).entry()));
            }
            written.forEach(CompletableFuture::join);
            List<Future<Integer>> workers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                workers.add(threads.submit(() -> deliver(journal)));
            }
            int delivered = 0;
            for (Future<Integer> worker : workers) {
                delivered += worker.get();
            }
            assertThat(delivered).isEqualTo(400);
            assertThat(journal.claim(10, LEASE, LEASE)).isEmpty();
            assertThat(journal.verify().findings()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private int deliver(StoredJournal journal) {
        int delivered = 0;
        List<Delivery> mine = journal.claim(20, LEASE, LEASE);
        while (!mine.isEmpty()) {
            for (Delivery one : mine) {
                Receipt receipt = journal.write(Entry.about(one.message())
                        .step(entries.step(Event.DELIVERED))
                        .settled(new Settlement(one.number(), one.attempt(), Outcome.DONE, Optional.empty()))
                        .entry());
                assertThat(receipt).isEqualTo(new Receipt.Written());
                delivered++;
            }
            mine = journal.claim(20, LEASE, LEASE);
        }
        return delivered;
    }
}
