package org.tongwen.routes.serving;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.watch.Changes;
import org.tongwen.mappings.watch.FileStates;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/**
 * The mappings of a folder, followed while the hub runs. It looks at size and time of all files below the folder at a fixed interval;
 * when they changed and have come to rest, the mappings that they concern are read, checked and tried on their samples, and those that are sound
 * take the place of their old versions, all at once.
 */
public final class MappingFolder implements ServedMappings {

    /** How often the folder is looked at outside of tests. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(MappingFolder.class);

    private final Path folder;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Duration interval;
    private final Changes changes;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tongwen-mappings");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Generation generation;
    private boolean failed;

    private MappingFolder(Path folder, Catalogue catalogue, Clock clock, Duration interval) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.clock = clock;
        this.interval = interval;
        // Before the first reading, so that what is saved during it counts.
        this.changes = new Changes(() -> FileStates.of(List.of(folder)));
        this.generation = Generation.EMPTY.next(folder, catalogue, changes.taken(), clock.instant());
    }

    /**
     * Reads a folder, {@code <institution>/*.yaml}. Files with errors or failing samples are not served.
     *
     * @param interval how often to look for changes; a change is taken after it has been at rest for as long
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    public static MappingFolder open(Path folder, Catalogue catalogue, Clock clock, Duration interval) {
        return new MappingFolder(folder.toAbsolutePath().normalize(), catalogue, clock, interval);
    }

    /** What was found in the files at this moment. */
    public List<Finding> findings() {
        return generation.findings();
    }

    @Override
    public Mappings current() {
        return generation.mappings();
    }

    @Override
    public List<Standing> standings() {
        return generation.standings();
    }

    @Override
    public void watch(Listener listener) {
        long nanos = interval.toNanos();
        watcher.scheduleWithFixedDelay(() -> look(listener), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        watcher.shutdownNow();
    }

    private void look(Listener listener) {
        try {
            if (changes.look() || failed) {
                Generation before = generation;
                generation = before.next(folder, catalogue, changes.taken(), clock.instant());
                failed = false;
                generation.tell(before, listener);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            // The watch must go on; what is served stays. It tries again without further words.
            if (!failed) {
                LOG.error("the mappings in {} cannot be read anew; the old ones stay: {}", folder, String.valueOf(e));
            }
            failed = true;
        }
    }
}
