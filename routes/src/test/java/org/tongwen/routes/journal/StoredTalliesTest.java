package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.config.HubConfig.Store;

@ParameterizedClass
@EnumSource(TestStore.class)
class StoredTalliesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000000007Z");

    @TempDir
    Path folder;

    private final TestStore kind;
    private final TestClock clock = new TestClock("2026-11-22T10:00:00Z");
    private Store store;
    private StoredJournal journal;

    StoredTalliesTest(TestStore kind) {
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

    private Tally tally(MessageId message, Instant at, String... likenesses) {
        Tally.Total euro = new Tally.Total("EUR", 2, new BigDecimal("100.50"));
        Tally.Total yuan = new Tally.Total("CNY", 1, new BigDecimal("7"));
        return new Tally(message, at, List.of(euro, yuan), List.of(likenesses));
    }

    private static void add(Tallies tallies, Tally tally) {
        tallies.alone("acme", account -> {
            account.add(tally);
            return "";
        });
    }

    private static List<Tallies.Numbered> after(Tallies tallies, long number) {
        return tallies.alone("acme", account -> account.after(number));
    }

    private static Optional<MessageId> known(Tallies tallies, String likeness, Instant since, MessageId other) {
        return tallies.alone("acme", account -> account.known(likeness, since, other));
    }

    @Test
    void whatWasCountedIsThereForTheNextProcess() {
        MessageId message = MessageId.next(clock);
        add(journal.tallies(), tally(message, NOON, "a"));
        journal.close();
        journal = StoredJournal.open(store, "one", clock);

        assertThat(after(journal.tallies(), 0)).containsExactly(new Tallies.Numbered(1, tally(message, NOON)));
        assertThat(after(journal.tallies(), 1)).isEmpty();
        assertThat(journal.tallies()
                        .<Integer>alone("beta", account -> account.after(0).size()))
                .isZero();
    }

    @Test
    void likenessesOfOtherMessagesAreKnownWithinTheirTime() {
        MessageId message = MessageId.next(clock);
        MessageId other = MessageId.next(clock);
        Tallies tallies = journal.tallies();
        add(tallies, tally(message, NOON, "a", "b"));

        assertThat(known(tallies, "a", NOON.minusNanos(1), other)).contains(message);
        assertThat(known(tallies, "b", NOON.minusNanos(1), other)).contains(message);
        assertThat(known(tallies, "a", NOON, other)).isEmpty();
        assertThat(known(tallies, "a", NOON.minusNanos(1), message)).isEmpty();
        assertThat(known(tallies, "c", NOON.minusNanos(1), other)).isEmpty();
        assertThat(tallies.<Optional<MessageId>>alone("beta", account -> account.known("a", NOON.minusNanos(1), other)))
                .isEmpty();
    }

    @Test
    void ofSeveralAlikeTheLatestIsNamed() {
        MessageId late = MessageId.next(clock);
        MessageId early = MessageId.next(clock);
        Tallies tallies = journal.tallies();
        add(tallies, tally(late, NOON.plusSeconds(1), "a"));
        add(tallies, tally(early, NOON, "a"));

        assertThat(known(tallies, "a", Instant.EPOCH, MessageId.next(clock))).contains(late);
        assertThat(known(tallies, "a", Instant.EPOCH, late)).contains(early);
    }

    @Test
    void whatIsTakenBackCountsNoMoreAndIsTakenBackOnce() {
        MessageId message = MessageId.next(clock);
        Tallies tallies = journal.tallies();
        add(tallies, tally(message, NOON, "a"));

        for (int i = 0; i < 2; i++) {
            tallies.alone("acme", account -> {
                account.remove(message);
                return "";
            });
        }

        assertThat(after(tallies, 0))
                .extracting(Tallies.Numbered::tally)
                .containsExactly(tally(message, NOON), tally(message, NOON).negated());
        assertThat(known(tallies, "a", Instant.EPOCH, MessageId.next(clock))).isEmpty();
        add(tallies, tally(message, NOON, "a"));
        assertThat(known(tallies, "a", Instant.EPOCH, MessageId.next(clock))).contains(message);
    }

    @Test
    void aMessageThatIsCountedAgainCountsOnce() {
        MessageId message = MessageId.next(clock);
        Tallies tallies = journal.tallies();
        add(tallies, tally(message, NOON, "a"));
        add(tallies, tally(message, NOON.plusSeconds(5), "a", "b"));

        int count = after(tallies, 0).stream()
                .flatMap(each -> each.tally().totals().stream())
                .mapToInt(Tally.Total::count)
                .sum();
        assertThat(count).isEqualTo(3);
        assertThat(known(tallies, "b", NOON, MessageId.next(clock))).contains(message);
    }

    @Test
    void whatIsOldIsForgotten() {
        Tallies tallies = journal.tallies();
        MessageId message = MessageId.next(clock);
        add(tallies, tally(MessageId.next(clock), NOON, "a"));
        add(tallies, tally(message, NOON.plusSeconds(1), "b"));

        tallies.alone("acme", account -> {
            account.forget(NOON.plusSeconds(1));
            return "";
        });

        assertThat(after(tallies, 0)).extracting(Tallies.Numbered::number).containsExactly(2L);
        assertThat(known(tallies, "a", Instant.EPOCH, MessageId.next(clock))).isEmpty();
        assertThat(known(tallies, "b", Instant.EPOCH, MessageId.next(clock))).contains(message);
    }

    @Test
    void workThatFailsLeavesNothing() {
        Tallies tallies = journal.tallies();

        assertThatThrownBy(() -> tallies.alone("acme", account -> {
                    account.add(tally(MessageId.next(clock), NOON, "a"));
                    throw new IllegalStateException("test");
                }))
                .hasMessage("test");

        assertThat(after(tallies, 0)).isEmpty();
        assertThat(known(tallies, "a", Instant.EPOCH, MessageId.next(clock))).isEmpty();
    }

    @Test
    void nobodyElseWorksOnTheAccountAlsoThroughAnotherHub() throws Exception {
        List<Tallies> hubs = new ArrayList<>(List.of(journal.tallies(), journal.tallies()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> taken = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Tallies hub = hubs.get(i % 2);
            taken.add(threads.submit(() -> hub.alone("acme", account -> {
                boolean room = account.after(0).size() < 10;
                if (room) {
                    account.add(tally(MessageId.next(clock), NOON));
                }
                return room;
            })));
        }
        int count = 0;
        for (Future<Boolean> each : taken) {
            count += each.get() ? 1 : 0;
        }
        threads.shutdownNow();

        assertThat(count).isEqualTo(10);
        assertThat(after(journal.tallies(), 0))
                .extracting(Tallies.Numbered::number)
                .contains(1L, 10L)
                .hasSize(10);
    }

    @Test
    void theStoreHoldsNoAmountAndNoName() throws Exception {
        add(journal.tallies(), tally(MessageId.next(clock), NOON, "DE1/CN1"));
        journal.close();

        try (Connection connection = kind.connect(store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from tally t, tally_likeness l, tally_account a")) {
            assertThat(row.next()).isTrue();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                String text = value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                        : value.toString();
                assertThat(text).doesNotContain("acme", "EUR", "100.50", "DE1");
            }
        } finally {
            journal = StoredJournal.open(store, "one", clock);
        }
    }

    @Test
    void anEntryIsWrittenOnlyAfterTheStepsThatWereSeen() {
        MessageId id = MessageId.next(clock);
        journal.write(new Entries(clock).payment(id).entry());
        int steps = journal.story(id).orElseThrow().steps().size();
        Step held = new Step(clock.instant(), Event.HELD, Step.HUB, new byte[0]);

        assertThat(journal.write(Entry.about(id).onlyAfter(steps + 1).step(held).entry()))
                .isEqualTo(new Receipt.Overtaken(State.RELEASED));
        assertThat(journal.write(Entry.about(id).onlyAfter(steps).step(held).entry()))
                .isEqualTo(new Receipt.Written());
        assertThat(journal.write(Entry.about(id).onlyAfter(steps).step(held).entry()))
                .isEqualTo(new Receipt.Overtaken(State.HELD));
    }
}
