package org.tongwen.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;

/** Entries that come together share transactions. */
class GatheringTest {

    private static final int SENDERS = 3;
    private static final int EACH = 600;

    @TempDir
    private Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Entries entries = new Entries(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void transactionsOfSeveralEntriesAreApart() {
        meters.config().meterFilter(new OfOne());
        Store store = new Store.Embedded(folder.resolve("journal"), folder.resolve("keys.json"));
        EmbeddedDatabase database = new EmbeddedDatabase(folder.resolve("journal"), "file");
        long time;
        try (StoredJournal journal = StoredJournal.open(database, store, "one", clock, meters)) {
            long start = System.nanoTime();
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(CompletableFuture.runAsync(() -> {
                    for (int j = 0; j < EACH; j++) {
                        journal.write(entries.payment(MessageId.next(clock)).entry());
                    }
                }));
            }
            senders.forEach(CompletableFuture::join);
            time = System.nanoTime() - start;
        }

        DistributionSummary sizes = meters.get("journal.transaction.entries").summary();
        CountAtBucket[] ofOne = sizes.takeSnapshot().histogramCounts();
        assertThat(sizes.totalAmount()).isEqualTo(SENDERS * EACH);
        assertThat(ofOne).hasSize(1);
        // The last one has none after it.
        assertThat((sizes.count() - ofOne[0].count() - 1) * Writer.APART).isLessThanOrEqualTo(time);
    }

    /** Counts the transactions of one entry by themselves. */
    private static final class OfOne implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(1.0)
                    .expiry(Duration.ofHours(1))
                    .build()
                    .merge(config);
        }
    }
}
