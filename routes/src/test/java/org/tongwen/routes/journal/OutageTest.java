package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    @Test
    void aTableThatSomebodyLocksHoldsUpNobodyForLong() throws Exception {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock);
                Connection admin = TestStore.POSTGRES.connect(store);
                Statement statement = admin.createStatement()) {
            write(journal);
            admin.setAutoCommit(false);
            // As those do who make an index.
            statement.execute("lock table message in share mode");
            List<CompletableFuture<Duration>> waited = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                waited.add(timed(() ->
                        journal.write(entries.payment(MessageId.next(clock)).entry())));
            }
            assertThat(longest(waited)).isLessThan(Duration.ofSeconds(25));
            assertThat(journal.isWritable()).isFalse();
            admin.rollback();
        }
    }

    @Test
    void aDatabaseThatOnlyReadsIsNotWritable() throws Exception {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock);
                Connection admin = TestStore.POSTGRES.connect(store);
                Statement statement = admin.createStatement()) {
            write(journal);
            readsOnly(statement, "set default_transaction_read_only = on");
            await().ignoreExceptions().until(() -> {
                failsInTime(journal);
                return true;
            });
            statement.execute("set default_transaction_read_only = off");
            readsOnly(statement, "reset default_transaction_read_only");
            worksAgain(journal);
        }
    }

    /** For new connections; others end. */
    private static void readsOnly(Statement statement, String setting) throws SQLException {
        statement.execute(
                "do $$ begin execute format('alter database %I " + setting + "', current_database()); end $$");
        statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");
    }

    /** Its processes stand still; connections stay open. */
    @Test
    void nobodyWaitsLongForADatabaseThatDoesNotAnswer() throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgres server = start(data, 0);
        Store store = new Store.Postgres(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "postgres",
                Optional.empty(),
                folder.resolve("keys.json"));
        try (server;
                StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            Tallies tallies = journal.tallies();
            tallies.alone("alpha", account -> true);
            Turn held = journal.turn(Turn.To.ANSWER, MessageId.next(clock));
            List<CompletableFuture<Duration>> waited = new ArrayList<>();
            signal("STOP", data);
            try {
                for (int i = 0; i < 8; i++) {
                    waited.add(timed(() -> journal.turn(Turn.To.ANSWER, MessageId.next(clock))));
                    waited.add(timed(() -> tallies.alone("alpha", account -> true)));
                    waited.add(timed(journal::counts));
                }
                waited.add(timed(held::close));

                assertThat(longest(waited)).isLessThan(Duration.ofSeconds(25));
            } finally {
                signal("CONT", data);
            }
            await().atMost(BACK).ignoreExceptions().until(() -> {
                journal.turn(Turn.To.ANSWER, MessageId.next(clock)).close();
                return tallies.alone("alpha", account -> true);
            });
            worksAgain(journal);
        }
    }

    private static void signal(String name, Path data) throws IOException, InterruptedException {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(server)));
        ProcessHandle.of(server).orElseThrow().descendants().forEach(one -> command.add(Long.toString(one.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /** How long it takes, whatever becomes of it. */
    private static CompletableFuture<Duration> timed(Runnable work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long start = System.nanoTime();
                    try {
                        work.run();
                    } catch (JournalException e) {
                        // As it should.
                    }
                    return Duration.ofNanos(System.nanoTime() - start);
                },
                each -> new Thread(each).start());
    }

    private static Duration longest(List<CompletableFuture<Duration>> waited) {
        return waited.stream()
                .map(CompletableFuture::join)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Longer than the database has for other answers. */
    @Test
    void verificationMayTakeLong() throws SQLException {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock);
                Connection admin = TestStore.POSTGRES.connect(store);
                Statement statement = admin.createStatement()) {
            write(journal);
            statement.execute("alter table dead_delivery rename to really_dead");
            statement.execute("create view dead_delivery as select number from really_dead"
                    + " union all select 1::bigint from pg_sleep(11) slept where slept::text <> ''");

            assertThat(journal.verify().findings()).isEmpty();
        }
    }
}
