package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;

/** Who speaks of a message, within a process and among those that share a store. In vain one waits for half a minute, longer than these tests may take. */
@Timeout(25)
class TurnsTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final MessageId message = MessageId.next(CLOCK);

    @Test
    void withinAProcessOneAfterTheOther() {
        for (TestStore kind : TestStore.values()) {
            try (Journal journal = open(kind.fresh(folder), kind.name())) {
                assertOneAfterTheOther(journal, journal);
            }
        }
    }

    @Test
    void amongProcessesOneAfterTheOther() {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (Journal one = open(store, "one");
                Journal two = open(store, "two")) {
            assertOneAfterTheOther(one, two);
            assertOneAfterTheOther(two, one);
        }
    }

    @Test
    void ofTwoMessagesAtOnce() {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (Journal one = open(store, "one");
                Journal two = open(store, "two");
                Turn first = one.turn(Turn.To.ANSWER, message);
                Turn second = two.turn(Turn.To.ANSWER, other())) {
            assertThat(first).isNotSameAs(second);
        }
    }

    private static int number(MessageId message) {
        return Turns.number(Turn.To.ANSWER, message.value());
    }

    @Test
    void ofOneMessageForTwoPurposes() {
        try (Journal journal = open(TestStore.POSTGRES.fresh(folder), "one");
                Turn first = journal.turn(Turn.To.DECIDE, message);
                Turn second = journal.turn(Turn.To.ANSWER, message)) {
            assertThat(first).isNotSameAs(second);
        }
    }

    /** One that has a turn of its own. */
    private MessageId other() {
        MessageId other = MessageId.next(CLOCK);
        while (number(other) == number(message)) {
            other = MessageId.next(CLOCK);
        }
        return other;
    }

    @Test
    void whoeverEndsHasNone() {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (Journal two = open(store, "two")) {
            try (Journal one = open(store, "one")) {
                assertThat(one.turn(Turn.To.ANSWER, message)).isNotNull();
            }
            two.turn(Turn.To.ANSWER, message).close();
        }
    }

    @Test
    void afterTheEndThereIsNone() throws SQLException {
        Store store = TestStore.POSTGRES.fresh(folder);
        Journal journal = open(store, "one");
        journal.close();

        assertThatThrownBy(() -> journal.turn(Turn.To.ANSWER, message)).isInstanceOf(JournalException.class);
        await().until(() -> connections(store) == 0);
    }

    private static int connections(Store store) throws SQLException {
        try (Connection connection = TestStore.POSTGRES.connect(store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'tongwen'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Where it is gone without a word, the server would keep the lock of its node for hours. */
    @Test
    void theServerLooksWhetherTheWriterIsThere() throws SQLException {
        Store.Postgres store = (Store.Postgres) TestStore.POSTGRES.fresh(folder);
        try (PostgresDatabase database = new PostgresDatabase(store.url(), "postgres", "");
                Connection connection = database.writing("one");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('tcp_keepalives_idle'), current_setting('tcp_user_timeout')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("10");
            assertThat(row.getString(2)).isNotEqualTo("0");
        }
    }

    @Test
    void aBrokenConnectionIsReplaced() throws SQLException {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (Journal one = open(store, "one");
                Journal two = open(store, "two")) {
            Turn lost = one.turn(Turn.To.ANSWER, message);
            try (Connection connection = TestStore.POSTGRES.connect(store);
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and objid = " + number(message)
                        + " and database = (select oid from pg_database where datname = current_database())");
            }
            assertOneAfterTheOther(two, two);
            lost.close();
            assertOneAfterTheOther(one, two);
        }
    }

    private static Journal open(Store store, String node) {
        return StoredJournal.open(store, node, CLOCK);
    }

    private void assertOneAfterTheOther(Journal one, Journal two) {
        List<String> order = new CopyOnWriteArrayList<>();
        Turn first = one.turn(Turn.To.ANSWER, message);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            Turn turn = two.turn(Turn.To.ANSWER, message);
            order.add("second");
            turn.close();
        });
        try {
            Thread.sleep(Duration.ofMillis(100).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        order.add("first");
        first.close();
        second.join();

        assertThat(order).containsExactly("first", "second");
    }
}
