package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;

/** The store goes away and comes back; what was answered is there, what failed can be sent again. */
class OutageTest {

    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration BACK = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Entries entries = new Entries(clock);
    private final List<MessageId> written = new ArrayList<>();

    @Test
    void aFullDiskIsAnsweredAndForgottenWhenThereIsRoomAgain() {
        FailingFiles.register();
        Store store = new Store.Embedded(folder.resolve("journal"), folder.resolve("keys.json"));
        EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("journal"), "failing");
        try (StoredJournal journal = StoredJournal.open(database, store, "one", clock, new SimpleMeterRegistry())) {
            write(journal);
            FailingFiles.FULL.set(true);
            failsInTime(journal);
            failsInTime(journal);
            await().during(Duration.ofSeconds(3)).until(() -> !journal.isWritable());
            FailingFiles.FULL.set(false);
            worksAgain(journal);
        } finally {
            FailingFiles.FULL.set(false);
        }
    }

    @Test
    void aDatabaseThatWasAwayIsFoundAgain() throws IOException {
        Path data = folder.resolve("data");
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        Store store = new Store.Postgres(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                Optional.empty(),
                folder.resolve("keys.json"));
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            write(journal);
            server.close();
            failsInTime(journal);
            failsInTime(journal);
            server = start(data, port);
            worksAgain(journal);
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "off")
                .start();
    }

    private void write(StoredJournal journal) {
        MessageId id = MessageId.next(clock);
        assertThat(journal.write(entries.payment(id).entry())).isEqualTo(new Receipt.Written());
        assertThat(journal.isWritable()).isTrue();
        written.add(id);
    }

    private void failsInTime(StoredJournal journal) {
        long start = System.nanoTime();
        assertThatThrownBy(() ->
                        journal.write(entries.payment(MessageId.next(clock)).entry()))
                .isInstanceOf(JournalException.class)
                .hasMessageNotContaining("alpha");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ANSWER);
        assertThat(journal.isWritable()).isFalse();
    }

    /** Also when nobody writes: where the hub is not ready, nobody sends. */
    private void worksAgain(StoredJournal journal) {
        await().atMost(BACK).until(journal::isWritable);
        await().atMost(BACK)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> {
                    write(journal);
                    return true;
                });
        written.forEach(id -> assertThat(journal.story(id)).isPresent());
        assertThat(journal.verify().findings()).isEmpty();
    }
}
