package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.config.HubConfig.Store;

@ParameterizedClass
@EnumSource(TestStore.class)
class OpeningTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final TestStore kind;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T10:00:00Z");
    private final Entries entries = new Entries(clock);

    OpeningTest(TestStore kind) {
        this.kind = kind;
    }

    @Test
    void aNodeNameBelongsToOneProcess() {
        Store store = kind.fresh(folder);
        StoredJournal first = StoredJournal.open(store, "one", clock);
        assertThatThrownBy(() -> StoredJournal.open(store, "one", clock))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("another process");
        first.close();
        StoredJournal.open(store, "one", clock).close();
    }

    @Test
    void keysThatAreLostAreNotMadeAnew() throws IOException {
        Store store = kind.fresh(folder);
        StoredJournal.open(store, "one", clock).close();
        Files.delete(store.keys());
        assertThatThrownBy(() -> StoredJournal.open(store, "one", clock))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("are lost");
        assertThat(store.keys()).doesNotExist();
    }

    @Test
    void keysOfAnotherStoreAreTurnedAway() throws IOException {
        Store store = kind.fresh(folder);
        StoredJournal.open(store, "one", clock).close();
        Path other = folder.resolve("other.json");
        Keys.openOrMake(other);
        Files.copy(other, store.keys(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> StoredJournal.open(store, "one", clock))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("are not those of the journal");
    }

    @Test
    void onlyTheOwnerReadsTheKeys() throws IOException {
        Store store = kind.fresh(folder);
        StoredJournal.open(store, "one", clock).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.keys())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatOldKeysSealedCanBeReadAfterRotationAlsoWhileTheHubRuns() throws IOException {
        Store store = kind.fresh(folder);
        MessageId old = MessageId.next(clock);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            journal.write(entries.payment(old).entry());
            String before = Files.readString(store.keys());
            Keys.rotate(store.keys());
            assertThat(Files.readString(store.keys())).isNotEqualTo(before);
            assertThat(journal.content(old, Content.ISO)).isPresent();
        }
        MessageId fresh = MessageId.next(clock);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            journal.write(entries.payment(fresh).entry());
            assertThat(journal.content(old, Content.ISO)).isPresent();
            assertThat(journal.content(fresh, Content.ISO)).isPresent();
            assertThat(journal.referring(new Reference(Reference.Kind.UETR, "uetr of " + old), Set.of()))
                    .hasSize(1);
            assertThat(journal.verify().findings()).isEmpty();
        }
    }

    @Test
    void aJournalWhoseLastChainWasChangedIsNotWrittenOn() throws Exception {
        Store store = kind.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            journal.write(entries.payment(MessageId.next(clock)).entry());
        }
        try (var connection = kind.connect(store);
                var statement = connection.createStatement()) {
            statement.execute("update chain set steps = steps - 1");
        }
        assertThatThrownBy(() -> StoredJournal.open(store, "one", clock))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the journal was changed");
        try (StoredJournal journal = StoredJournal.open(store, "two", clock)) {
            assertThat(journal.verify().findings()).isNotEmpty();
        }
    }

    /** Nobody but the process that is gone can have claimed something of a file of H2; a database may have been shared. */
    @Test
    void whatAKilledProcessHadClaimedIsDueAtOnceWhereNobodyElseCanHaveIt() {
        Store store = kind.fresh(folder);
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            journal.write(entries.payment(MessageId.next(clock)).entry());
            assertThat(journal.claim(1, LEASE, LEASE, Set.of()))
                    .extracting(Delivery::attempt)
                    .containsExactly(1);
        }
        try (StoredJournal journal = StoredJournal.open(store, "one", clock)) {
            if (kind == TestStore.POSTGRES) {
                assertThat(journal.claim(1, LEASE, LEASE, Set.of())).isEmpty();
                clock.move(LEASE);
            }
            assertThat(journal.claim(1, LEASE, LEASE, Set.of()))
                    .extracting(Delivery::attempt)
                    .containsExactly(2);
        }
    }
}
