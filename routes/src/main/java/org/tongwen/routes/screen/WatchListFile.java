package org.tongwen.routes.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.mappings.watch.FileStates;

/**
 * A watch list in a file, which is read again when the file has changed and then looked the same for a second, so that a half-written file does not
 * count. A thread of its own reads; the list before serves until then, also when the file is gone or cannot be read.
 */
final class WatchListFile {

    private static final Logger LOG = LoggerFactory.getLogger(WatchListFile.class);
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Path file;
    private final LongSupplier nanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Optional<WatchList> list;
    private volatile long looked;

    /** What the file looked like when it was read, and when it was looked at last; only the thread that looks touches them. */
    private FileStates read;

    private FileStates seen;

    private WatchListFile(Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
        this.read = FileStates.of(List.of(file));
        this.seen = read;
        this.list = load();
    }

    /** Reads the file; without one there is no list until it comes. */
    static WatchListFile open(Path file, LongSupplier nanos) {
        return new WatchListFile(file, nanos);
    }

    /** The list; empty when the file could never be read. */
    Optional<WatchList> list() {
        long now = nanos.getAsLong();
        if (now - looked >= LOOK_NANOS && looking.compareAndSet(false, true)) {
            looked = now;
            Thread thread = new Thread(this::look, "tongwen-watch-list");
            thread.setDaemon(true);
            thread.start();
        }
        return list;
    }

    private void look() {
        try {
            FileStates now = FileStates.of(List.of(file));
            boolean changed = !now.equals(read);
            boolean still = now.equals(seen);
            seen = now;
            if (changed && still) {
                read = now;
                load().ifPresent(loaded -> list = Optional.of(loaded));
            }
        } finally {
            looking.set(false);
        }
    }

    private Optional<WatchList> load() {
        try {
            WatchList loaded = WatchList.of(Files.readAllLines(file, StandardCharsets.UTF_8));
            LOG.info("watch list {} read: {} names", file, loaded.size());
            return Optional.of(loaded);
        } catch (IOException e) {
            LOG.warn("watch list {} cannot be read: {}", file, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
