package org.tongwen.routes.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read from files and read again when they have changed, looked at every ten seconds at most. While the new files cannot be used, what
 * was read before stays.
 *
 * @param <T> what is read
 */
final class Fresh<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Fresh.class);
    private static final long LOOK = Duration.ofSeconds(10).toNanos();

    /** Reads. */
    interface Reader<T> {

        /** What stands in the files now. */
        T read() throws IOException, GeneralSecurityException;
    }

    private final List<Path> files;
    private final Reader<T> reader;
    private final LongSupplier nanos;
    private List<String> state;
    private long looked;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile T value;

    Fresh(List<Path> files, Reader<T> reader, LongSupplier nanos) throws IOException, GeneralSecurityException {
        this.files = List.copyOf(files);
        this.reader = reader;
        this.nanos = nanos;
        this.state = state();
        this.looked = nanos.getAsLong();
        this.value = reader.read();
    }

    /** What counts now. Whoever comes while somebody else reads does not wait: a long list takes most of a second. */
    T get() {
        if (looking.tryLock()) {
            try {
                if (isTime()) {
                    refresh();
                }
            } finally {
                looking.unlock();
            }
        }
        return value;
    }

    private boolean isTime() {
        long now = nanos.getAsLong();
        boolean time = now - looked >= LOOK;
        looked = time ? now : looked;
        return time;
    }

    private void refresh() {
        try {
            List<String> now = state();
            if (!now.equals(state)) {
                value = reader.read();
                state = now;
                LOG.info("{} were read again", files);
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("{} cannot be used as they are now, so what was read before stays: {}", files, e.getMessage());
        }
    }

    /** What is known of the files without reading them; changes when they do. */
    private List<String> state() throws IOException {
        List<String> known = new ArrayList<>();
        for (Path file : files) {
            known.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
        return known;
    }
}
