package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Opening.Key;

/** Two processes on one PostgreSQL. */
class SharedStoreTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T10:00:00Z");
    private final Entries entries = new Entries(clock);
    private StoredJournal one;
    private StoredJournal two;

    @BeforeEach
    void open() {
        Store store = TestStore.POSTGRES.fresh(folder);
        one = StoredJournal.open(store, "one", clock);
        two = StoredJournal.open(store, "two", clock);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void ofTheSameFromBothSidesOneIsWritten() {
        for (int round = 0; round < 20; round++) {
            Key key = new Key("key " + round, true);
            List<CompletableFuture<Receipt>> futures = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                futures.add((i % 2 == 0 ? one : two)
                        .submit(entries.opening(Optional.of(key))
                                .step(entries.step(Event.RELEASED))
                                .content(Content.ORIGINAL, Entries.bytes("same"))
                                .entry()));
            }
            List<Receipt> receipts =
                    futures.stream().map(CompletableFuture::join).toList();
            assertThat(receipts).filteredOn(Receipt.Written.class::isInstance).hasSize(1);
            assertThat(receipts).filteredOn(Receipt.Repeat.class::isInstance).hasSize(9);
        }
        Verification verification = two.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.chains()).extracting(Verification.Chain::node).containsExactly("one", "two");
    }

    @Test
    void bothTellOfTheSameMessage() {
        MessageId id = MessageId.next(clock);
        one.write(entries.payment(id).entry());
        List<CompletableFuture<Receipt>> futures = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            futures.add((i % 2 == 0 ? one : two)
                    .submit(Entry.about(id).step(entries.step(Event.ATTEMPTED)).entry()));
        }
        futures.forEach(CompletableFuture::join);
        assertThat(two.story(id).orElseThrow().steps()).hasSize(43);
        assertThat(one.verify().findings()).isEmpty();
    }

    @Test
    void workIsSharedAndTakenOver() {
        for (int i = 0; i < 20; i++) {
            one.write(entries.payment(MessageId.next(clock)).entry());
        }
        Set<Long> taken = new HashSet<>();
        one.claim(10, LEASE, LEASE).forEach(delivery -> taken.add(delivery.number()));
        two.claim(20, LEASE, LEASE).forEach(delivery -> taken.add(delivery.number()));
        assertThat(taken).hasSize(20);
        clock.move(LEASE);
        assertThat(two.claim(30, LEASE, LEASE))
                .hasSize(20)
                .extracting(Delivery::attempt)
                .containsOnly(2);
    }
}
