package org.tongwen.routes.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.tongwen.routes.config.HubConfig;

/** A file system of H2 whose disk can be full, or slow. Register it once; its name is {@code failing:}. */
public final class FailingFiles extends FilePathWrapper {

    static final AtomicBoolean FULL = new AtomicBoolean();
    static final AtomicInteger SLOW_MILLIS = new AtomicInteger();

    /** A journal on that disk. */
    public static StoredJournal journal(HubConfig.Store.Embedded store, Clock clock, MeterRegistry registry) {
        register();
        EmbeddedDatabase database = new EmbeddedDatabase(store.file(), "failing");
        return StoredJournal.open(database, store, "hub", clock, registry);
    }

    /** From now on the disk is full, or no longer. */
    public static void full(boolean isFull) {
        FULL.set(isFull);
    }

    /** Makes the scheme known to H2. */
    static void register() {
        FilePath.register(new FailingFiles());
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PassedOn(super.open(mode)) {
            @Override
            public int write(ByteBuffer from, long position) throws IOException {
                check();
                dawdle();
                return super.write(from, position);
            }

            @Override
            public void implTruncate(long size) throws IOException {
                check();
                super.implTruncate(size);
            }

            @Override
            public void force(boolean metadata) throws IOException {
                check();
                super.force(metadata);
            }
        };
    }

    private static void check() throws IOException {
        if (FULL.get()) {
            throw new IOException("No space left on device");
        }
    }

    private static void dawdle() throws IOException {
        try {
            Thread.sleep(SLOW_MILLIS.get());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
