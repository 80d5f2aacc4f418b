package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Opening.Key;

/** Who brings a message under a key. In vain one waits for half a minute, longer than these tests may take. */
@Timeout(25)
class KeyTurnsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Key KEY = new Key("ids 1 M-1", false);

    @TempDir
    private Path folder;

    @Test
    void withinAProcessOneAfterTheOther() throws InterruptedException {
        for (TestStore kind : TestStore.values()) {
            try (Journal journal = open(kind.fresh(folder), kind.name())) {
                assertOneAfterTheOther(journal, journal);
            }
        }
    }

    @Test
    void amongProcessesOneAfterTheOther() throws InterruptedException {
        Store store = TestStore.POSTGRES.fresh(folder);
        try (Journal one = open(store, "one");
                Journal two = open(store, "two")) {
            assertOneAfterTheOther(one, two);
            assertOneAfterTheOther(two, one);
        }
    }

    /** So many keys that one of them would share the message's turn if any could. */
    @Test
    void whoeverHasTheTurnOfAMessageDoesNotWaitForItselfAtAKey() {
        try (Journal journal = open(TestStore.H2.fresh(folder), "one");
                Turn message = journal.turn(Turn.To.ANSWER, MessageId.next(CLOCK))) {
            for (int i = 0; i < 20_000; i++) {
                journal.turn("alpha", new Key("ids " + i, false)).close();
            }
            assertThat(message).isNotNull();
        }
    }

    private static Journal open(Store store, String node) {
        return StoredJournal.open(store, node, CLOCK);
    }

    private static void assertOneAfterTheOther(Journal one, Journal two) throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        Turn first = one.turn("alpha", KEY);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            Turn turn = two.turn("alpha", KEY);
            order.add("second");
            turn.close();
        });
        Thread.sleep(100);
        order.add("first");
        first.close();
        second.join();

        assertThat(order).containsExactly("first", "second");
    }
}
