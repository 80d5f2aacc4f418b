package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;

/** What others may see of a transaction, and what its entries are told, when the disk is slow or the store goes away at a bad moment. */
@Timeout(60)
@SuppressWarnings("try") // what is held is let go at the end, whatever happens
class DurabilityTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Entries entries = new Entries(clock);

    @Test
    void nothingGoesOutBeforeItIsDurable() throws Exception {
        UnluckyDatabase database = new UnluckyDatabase(file());
        try (StoredJournal journal = open(database);
                AutoCloseable end = () -> free(database)) {
            database.holds.set(true);
            CompletableFuture<Receipt> written = journal.submit(payment(MessageId.next(clock)));
            database.held.acquire();
            CompletableFuture<List<Delivery>> claimed =
                    CompletableFuture.supplyAsync(() -> journal.claim(10, LEASE, LEASE, Set.of()));

            assertThatThrownBy(() -> claimed.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(written).isNotDone();

            free(database);
            assertThat(claimed.get(10, TimeUnit.SECONDS)).hasSize(1);
            assertThat(written.get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt.Written());
        }
    }

    @Test
    void whatWasWrittenByItselfStaysWrittenWhenTheStoreGoesAwayAfterIt() throws Exception {
        UnluckyDatabase database = new UnluckyDatabase(file());
        try (StoredJournal journal = open(database);
                AutoCloseable end = () -> free(database)) {
            MessageId first = MessageId.next(clock);
            MessageId second = MessageId.next(clock);
            database.holds.set(true);
            CompletableFuture<Receipt> before = journal.submit(payment(first));
            database.held.acquire();
            // These wait together. The second and the third cannot be written; after the third the connection is
            // broken.
            CompletableFuture<Receipt> good = journal.submit(payment(second));
            CompletableFuture<Receipt> bad = journal.submit(payment(first));
            CompletableFuture<Receipt> worse = journal.submit(payment(first));
            database.works.set(2);
            free(database);

            assertThat(before.get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt.Written());
            assertThat(bad).failsWithin(Duration.ofSeconds(10));
            assertThat(worse).failsWithin(Duration.ofSeconds(10));
            assertThat(good.get(10, TimeUnit.SECONDS)).isEqualTo(new Receipt.Written());
            assertThat(database.works.get()).isNegative();
            assertThat(journal.story(second)).isPresent();
        }
    }

    @Test
    void namesAreFoundAfterAnErrorOfTheDiskBeforeAnythingIsWrittenAgain() throws Exception {
        FailingFiles.register();
        EmbeddedDatabase database = new EmbeddedDatabase(file(), "failing");
        try (StoredJournal journal = open(database)) {
            List<MessageId> written = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                written.add(MessageId.next(clock));
                journal.write(payment(written.get(i)));
            }
            // The names come into their table now.
            Thread.sleep(600);
            FailingFiles.full(true);
            assertThatThrownBy(() -> journal.write(payment(MessageId.next(clock))))
                    .isInstanceOf(JournalException.class);
            FailingFiles.full(false);

            for (MessageId id : written) {
                assertThat(journal.referring(new Reference(Reference.Kind.UETR, "uetr of " + id), Set.of()))
                        .extracting(Summary::id)
                        .containsExactly(id);
            }
        } finally {
            FailingFiles.full(false);
        }
    }

    private static void free(UnluckyDatabase database) {
        database.holds.set(false);
        database.freed.release();
    }

    private Entry payment(MessageId id) {
        return entries.payment(id).entry();
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private StoredJournal open(Database database) {
        Store store = new Store.Embedded(file(), folder.resolve("keys.json"));
        return StoredJournal.open(database, store, "one", clock, new SimpleMeterRegistry());
    }
}
