package org.tongwen.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongwen.benchmarks.load.Scratch;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.StoredJournal;

/**
 * What it costs to remember a message: three steps, an original of 1 KB and a result of 3.6 KB, three references and a repeat key. Prints messages a
 * second, and processor time a message of this process; a server of PostgreSQL's own
 * comes on top.
 *
 * <pre>JournalCosts [h2|postgres] [messages a round] [rounds] [messages at once]</pre>
 */
public final class JournalCosts {

    private static final int ORIGINAL = 1_000;
    private static final int RESULT = 3_600;
    private static final int DETAIL = 200;

    private final Clock clock = Clock.systemUTC();
    private final Random random = new Random(1);
    private final Journal journal;
    private final Semaphore room;
    private final int atOnce;
    private final AtomicInteger failures = new AtomicInteger();

    private JournalCosts(Journal journal, int atOnce) {
        this.journal = journal;
        this.atOnce = atOnce;
        this.room = new Semaphore(atOnce);
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String store = args.length > 0 ? args[0] : "h2";
        int messages = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        int atOnce = args.length > 3 ? Integer.parseInt(args[3]) : 40;
        try (Scratch scratch = Scratch.make()) {
            Path keys = scratch.folder().resolve("keys.json");
            if (store.equals("h2")) {
                run(new Store.Embedded(scratch.folder().resolve("journal"), keys), messages, rounds, atOnce);
                return;
            }
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
                String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
                run(new Store.Postgres(url, "postgres", Optional.empty(), keys), messages, rounds, atOnce);
            }
        }
    }

    private static void run(Store store, int messages, int rounds, int atOnce) throws InterruptedException {
        try (Journal journal = StoredJournal.open(store, "costs", Clock.systemUTC())) {
            JournalCosts costs = new JournalCosts(journal, atOnce);
            for (int i = 0; i < rounds; i++) {
                costs.round(messages);
            }
        }
    }

    private void round(int messages) throws InterruptedException {
        long start = System.nanoTime();
        Duration own = own();
        for (int i = 0; i < messages; i++) {
            room.acquire();
            journal.submit(entry()).whenComplete((receipt, failure) -> {
                room.release();
                if (failure != null) {
                    failures.incrementAndGet();
                }
            });
        }
        room.acquire(atOnce);
        room.release(atOnce);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,7.0f messages/s; %4.0f us of processor time a message here; %d failed%n",
                messages / seconds,
                micros(own().minus(own)) / messages,
                failures.get());
    }

    private Entry entry() {
        MessageId id = MessageId.next(clock);
        Opening opening = new Opening(
                clock.instant(),
                "alpha",
                "http",
                "swift/mt103",
                "pacs.008.001.08",
                id,
                Optional.of(new Opening.Key(id.toString(), true)));
        return Entry.opening(id, opening)
                .step(step(Event.RECEIVED))
                .step(step(Event.TRANSLATED))
                .step(step(Event.RELEASED))
                .content(Content.ORIGINAL, bytes(ORIGINAL))
                .content(Content.ISO, bytes(RESULT))
                .reference(new Reference(Reference.Kind.UETR, "u" + id))
                .reference(new Reference(Reference.Kind.MESSAGE_ID, "m" + id))
                .reference(new Reference(Reference.Kind.END_TO_END_ID, "e" + id))
                .entry();
    }

    private Step step(Event event) {
        byte[] detail = "x".repeat(DETAIL).getBytes(StandardCharsets.US_ASCII);
        return new Step(clock.instant(), event, Step.HUB, detail);
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Duration own() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }
}
