package org.tongwen.routes.journal;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is measured of the journal. */
final class JournalMeters {

    /** Something that writes. */
    interface Work {
        void run() throws SQLException;
    }

    private final MeterRegistry registry;
    private final DistributionSummary sizes;
    private final Timer written;
    private final Timer failed;

    JournalMeters(MeterRegistry registry) {
        this.registry = registry;
        this.sizes = DistributionSummary.builder("journal.transaction.entries")
                .description("Entries that were written in one transaction")
                .register(registry);
        this.written = timer("written");
        this.failed = timer("failed");
    }

    void queue(Collection<?> queue) {
        registry.gaugeCollectionSize("journal.waiting", List.of(), queue);
    }

    void write(int entries, Work work) throws SQLException {
        long start = System.nanoTime();
        Timer timer = failed;
        try {
            work.run();
            timer = written;
            sizes.record(entries);
        } finally {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(String outcome) {
        return Timer.builder("journal.transaction")
                .description("Time until entries are durable")
                .tag("outcome", outcome)
                .register(registry);
    }
}
