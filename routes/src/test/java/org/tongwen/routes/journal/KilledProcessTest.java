package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.config.HubConfig.Store;

/** A process that writes is killed in the middle: what it was told to be durable is there, whole, and the chain is unbroken. */
@ParameterizedClass
@EnumSource(TestStore.class)
class KilledProcessTest {

    private static final int KILLS = 3;
    private static final int LEAST = 20;

    private final TestStore kind;

    @TempDir
    Path folder;

    KilledProcessTest(TestStore kind) {
        this.kind = kind;
    }

    @Test
    void whatWasAnsweredIsThereAfterAKill() throws IOException, InterruptedException {
        Store store = kind.fresh(folder);
        Random random = new Random(7);
        List<MessageId> answered = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            answered.addAll(answeredUntilKilled(store, LEAST + random.nextInt(200)));
        }
        try (StoredJournal journal = StoredJournal.open(store, "one", Clock.systemUTC())) {
            assertThat(answered).hasSizeGreaterThanOrEqualTo(KILLS * LEAST);
            for (MessageId id : answered) {
                assertThat(journal.content(id, Content.ORIGINAL)).hasValue(Entries.bytes("original of " + id));
            }
            assertThat(journal.verify().findings()).isEmpty();
            assertThat(journal.find(Search.all(100_000)))
                    .extracting(Summary::id)
                    .containsAll(answered);
        }
    }

    private List<MessageId> answeredUntilKilled(Store store, int most) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx256m",
                        Child.class.getName(),
                        kind.url(store),
                        store.keys().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<MessageId> answered = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = out.readLine();
            while (line != null) {
                MessageId.of(line).ifPresent(answered::add);
                if (answered.size() == most) {
                    // By its handle: what it printed before can still be read.
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return answered;
    }

    /** Writes until it is killed, and prints the id of each message that is durable. */
    static final class Child {

        private static final int MOST = 20_000;

        private Child() {}

        public static void main(String[] args) {
            Clock clock = Clock.systemUTC();
            Entries entries = new Entries(clock);
            Path keys = Path.of(args[1]);
            Store store = args[0].startsWith("jdbc:h2:file:")
                    ? new Store.Embedded(Path.of(args[0].substring("jdbc:h2:file:".length())), keys)
                    : new Store.Postgres(args[0], "postgres", Optional.empty(), keys);
            try (StoredJournal journal = open(store, clock)) {
                for (int i = 0; i < MOST; i++) {
                    MessageId id = MessageId.next(clock);
                    journal.submit(entries.payment(id).entry()).thenRun(() -> System.out.println(id));
                    if (i % 10 == 9) {
                        journal.write(entries.payment(MessageId.next(clock)).entry());
                    }
                }
            }
        }

        /** The lock of a killed process goes with it, though PostgreSQL may need a moment to see that. */
        private static StoredJournal open(Store store, Clock clock) {
            for (int left = 50; ; left--) {
                try {
                    return StoredJournal.open(store, "one", clock);
                } catch (JournalException e) {
                    if (left == 0) {
                        throw e;
                    }
                    sleep();
                }
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
