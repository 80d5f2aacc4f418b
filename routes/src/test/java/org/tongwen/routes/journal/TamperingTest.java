package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.journal.Entries.bytes;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Somebody who has the database but not the keys changes something; each time the check finds it. */
@ParameterizedClass
@EnumSource(TestStore.class)
class TamperingTest {

    private static final List<String> TABLES = List.of(
            "store",
            "node",
            "chain",
            "message",
            "step",
            "content",
            "reference",
            "repeat_key",
            "attention",
            "delivery",
            "outbox",
            "dead_delivery");

    /** When and how often a waiting delivery is tried changes all the time, and nothing vouches for it. */
    private static final Set<String> FREE =
            Set.of("outbox.due", "outbox.claimed", "outbox.attempts", "delivery.attempts");

    private final TestStore kind;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T23:00:00Z");
    private final Entries entries = new Entries(clock);
    private final List<String> missed = new ArrayList<>();
    private Connection connection;
    private Keys keys;

    TamperingTest(TestStore kind) {
        this.kind = kind;
    }

    @BeforeEach
    void fill() throws SQLException {
        Store store = kind.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            write(journal);
            clock.move(Duration.ofDays(1));
            write(journal);
            assertThat(journal.verify().findings()).isEmpty();
            assertThat(journal.verify().chains()).hasSize(2);
        }
        try (StoredJournal journal = StoredJournal.open(store, "two", clock)) {
            write(journal);
        }
        keys = Keys.open(store.keys());
        connection = kind.connect(store);
        connection.setAutoCommit(false);
        assertThat(new Verifier(connection, keys, Set.of()).verify().findings()).isEmpty();
    }

    /** Something of everything that a journal can hold. */
    private void write(StoredJournal journal) {
        MessageId done = MessageId.next(clock);
        journal.write(entries.payment(done).entry());
        settle(journal, done, Outcome.DONE, Event.DELIVERED);
        MessageId dead = MessageId.next(clock);
        journal.write(entries.payment(dead).entry());
        settle(journal, dead, Outcome.DEAD, Event.UNDELIVERED);
        MessageId waiting = MessageId.next(clock);
        journal.write(entries.payment(waiting).entry());
        journal.write(entries.payment(MessageId.next(clock)).entry());
        String key = "key of " + waiting;
        for (Event event : List.of(Event.HELD, Event.REFUSED, Event.RELEASED)) {
            journal.write(entries.opening(Optional.of(new Key(key + event, event == Event.RELEASED)))
                    .step(entries.step(event))
                    .content(Content.ORIGINAL, bytes(key + event))
                    .entry());
        }
    }

    private void settle(StoredJournal journal, MessageId id, Outcome outcome, Event event) {
        Delivery delivery = journal.claim(10, Duration.ofSeconds(1), Duration.ofMinutes(1), java.util.Set.of()).stream()
                .filter(one -> one.message().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(journal.write(Entry.about(id)
                        .step(entries.step(event))
                        .settled(new Settlement(delivery.number(), delivery.attempt(), outcome, Optional.empty()))
                        .entry()))
                .isEqualTo(new Receipt.Written());
        clock.move(Duration.ofSeconds(2));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyChangeOfAValueIsFound() throws SQLException {
        int tried = 0;
        for (String table : TABLES) {
            Table rows = Table.of(connection, table);
            for (int row = 0; row < rows.size(); row++) {
                for (String column : rows.columns()) {
                    if (!FREE.contains(table + "." + column)) {
                        tried += attempt(rows.change(row, column));
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    @Test
    void everyRowThatIsTakenAwayOrAddedIsFound() throws SQLException {
        int tried = 0;
        for (String table : TABLES) {
            Table rows = Table.of(connection, table);
            for (int row = 0; row < rows.size(); row++) {
                tried += attempt(rows.removal(row));
                tried += attempt(rows.copy(row));
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void valuesThatChangePlacesAreFound() throws SQLException {
        int tried = 0;
        for (String table : TABLES) {
            Table rows = Table.of(connection, table);
            for (int row = 1; row < rows.size(); row++) {
                for (String column : rows.others()) {
                    if (!FREE.contains(table + "." + column) && rows.differ(row - 1, row, column)) {
                        tried += attempt(rows.swap(row - 1, row, column));
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void aLastDayThatIsCutOffWithAllThatBelongsToItIsFound() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from chain where utc_day = (select max(utc_day) from chain)");
            statement.execute("delete from step where utc_day = (select max(utc_day) from step)");
        }
        for (String table :
                List.of("message", "content", "reference", "repeat_key", "attention", "delivery", "outbox")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from " + table);
            }
        }
        assertThat(new Verifier(connection, keys, Set.of()).verify().findings())
                .anyMatch(finding -> finding.message().contains("the day after it is missing"));
    }

    @Test
    void anUntouchedJournalIsFoundUntouchedEachTime() throws SQLException {
        Verification first = new Verifier(connection, keys, Set.of()).verify();
        assertThat(first.findings()).isEmpty();
        assertThat(first.chains()).extracting(Verification.Chain::node).containsExactly("one", "one", "two");
        assertThat(new Verifier(connection, keys, Set.of()).verify()).isEqualTo(first);
    }

    /** Makes a change, checks, and takes the change back; 0 when the database itself refuses the change. */
    private int attempt(Table.Change change) throws SQLException {
        try {
            try {
                change.make();
            } catch (SQLException e) {
                return 0;
            }
            if (new Verifier(connection, keys, Set.of()).verify().findings().isEmpty()) {
                missed.add(change.toString());
            }
            return 1;
        } finally {
            connection.rollback();
        }
    }
}
