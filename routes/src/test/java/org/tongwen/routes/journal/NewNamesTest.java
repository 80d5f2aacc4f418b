package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;

class NewNamesTest {

    private static final int FEW = 40;

    @TempDir
    Path folder;

    private final Entries entries = new Entries(Clock.systemUTC());

    @Test
    void everyNameIsEitherWaitingOrInTheTableAndTheTableIsAsFarAsItSays() {
        Random random = new Random(5);
        NewNames names = new NewNames(FEW);
        names.begin(0);
        Map<Named, Long> made = new HashMap<>();
        Set<Named> table = new HashSet<>();
        int rounds = 0;
        for (long step = 1; step < 400; step++) {
            List<Named> fresh = random.nextInt(4) == 0 ? List.of() : fresh(random);
            NewNames.Change change = fresh.isEmpty() ? names.piece(step - 1) : names.with(fresh, step - 1);
            long now = step;
            fresh.forEach(name -> made.put(name, now));
            assertThat(Collections.disjoint(table, change.due())).isTrue();
            table.addAll(change.due());
            names.took(change, step);
            if (change.since().isPresent()) {
                rounds++;
                long since = change.since().getAsLong();
                made.forEach((name, of) ->
                        assertThat(of <= since && !table.contains(name)).isFalse());
            }
            Set<Named> all = new HashSet<>(names.all());
            assertThat(Collections.disjoint(all, table)).isTrue();
            all.addAll(table);
            assertThat(all).isEqualTo(made.keySet());
        }
        assertThat(rounds).isGreaterThan(10);
    }

    private static List<Named> fresh(Random random) {
        List<Named> fresh = new ArrayList<>();
        UUID message = new UUID(random.nextLong(), random.nextLong());
        for (int i = random.nextInt(30); i >= 0; i--) {
            fresh.add(new Named(new UUID(random.nextLong(), random.nextLong()), message));
        }
        return fresh;
    }

    @Test
    void namesAreFoundWhileTheyWaitAndAfterwards() {
        try (StoredJournal journal = open(folder, FEW)) {
            List<MessageId> written = write(journal, 60);
            found(journal, written);
            assertThat(journal.verify().findings()).isEmpty();
        }
        try (StoredJournal journal = open(folder, FEW)) {
            found(journal, write(journal, 1));
            assertThat(journal.verify().findings()).isEmpty();
        }
    }

    @Test
    void namesThatWaitedWhenTheProcessDiedAreFoundByTheNext() throws IOException {
        Path dead = Files.createDirectory(folder.resolve("dead"));
        List<MessageId> written;
        try (StoredJournal journal = open(folder, 100_000)) {
            written = write(journal, 60);
            // What was answered is on the disk; the names are not in their table, for the process never had a quiet
            // moment.
            Files.copy(folder.resolve("journal.mv.db"), dead.resolve("journal.mv.db"));
            Files.copy(folder.resolve("keys.json"), dead.resolve("keys.json"));
        }
        try (StoredJournal journal = open(dead, 100_000)) {
            found(journal, written);
            assertThat(journal.verify().findings()).isEmpty();
        }
    }

    @Test
    void aNameThatAMessageHasAlreadyIsNotWrittenAgainWhileItWaits() {
        try (StoredJournal journal = open(folder, FEW)) {
            MessageId id = write(journal, 1).get(0);
            Receipt receipt = journal.write(Entry.about(id)
                    .step(entries.step(Event.ANSWERED))
                    .reference(new Reference(Reference.Kind.UETR, "uetr of " + id))
                    .entry());
            assertThat(receipt).isInstanceOf(Receipt.Written.class);
            assertThat(journal.verify().findings()).isEmpty();
            found(journal, List.of(id));
        }
    }

    private List<MessageId> write(StoredJournal journal, int count) {
        List<MessageId> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MessageId id = MessageId.next(Clock.systemUTC());
            journal.write(entries.payment(id).entry());
            written.add(id);
        }
        return written;
    }

    private static void found(StoredJournal journal, List<MessageId> written) {
        for (MessageId id : written) {
            assertThat(journal.referring(new Reference(Reference.Kind.UETR, "uetr of " + id), Set.of()))
                    .extracting(Summary::id)
                    .containsExactly(id);
            assertThat(journal.find(named("message id of " + id)))
                    .extracting(Summary::id)
                    .containsExactly(id);
        }
    }

    private static Search named(String name) {
        return new Search(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("pacs.008"),
                10);
    }

    private static StoredJournal open(Path folder, int names) {
        Path file = folder.resolve("journal");
        Store store = new Store.Embedded(file, folder.resolve("keys.json"));
        EmbeddedDatabase database = new EmbeddedDatabase(file, "file", names);
        return StoredJournal.open(database, store, "one", Clock.systemUTC(), new SimpleMeterRegistry());
    }
}
