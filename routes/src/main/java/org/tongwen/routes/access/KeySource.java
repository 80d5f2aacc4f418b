package org.tongwen.routes.access;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of an issuer, kept in memory. They are read again after a while, in the background, and at once when a token names a key that is
 * not among them; but with a pause between, or strangers could make the hub ask all the time. Keys that were had stay while the
 * source is away.
 */
final class KeySource {

    /** Between two attempts. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(KeySource.class);

    /** Where the text of a JWKS comes from. */
    interface Origin {

        /** The keys that stand there. */
        List<JWK> read() throws IOException, ParseException;

        /** Whether they may have changed since they were read; cheap, because each token asks. */
        boolean mayHaveChanged();

        /** How long the keys are good without a further look. */
        Duration age();
    }

    /** Keys at one time; the same object as long as they are the same. */
    record Snapshot(List<JWK> keys) {
        Snapshot {
            keys = List.copyOf(keys);
        }
    }

    private static final Snapshot NONE = new Snapshot(List.of());

    private final String name;
    private final Origin origin;
    private final LongSupplier nanos;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Snapshot snapshot = NONE;
    private volatile long tried;
    private volatile boolean ever;

    KeySource(String name, Origin origin, LongSupplier nanos) {
        this.name = name;
        this.origin = origin;
        this.nanos = nanos;
    }

    /** The keys as they are known; a look at their source is begun when it is time. */
    Snapshot keys(Executor background) {
        if (ever && origin.mayHaveChanged()) {
            refresh();
        } else if (ever && since() > origin.age().toNanos() && refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    refresh();
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return snapshot;
    }

    /** The keys after a fresh look, unless the last one was just now. */
    synchronized Snapshot freshKeys() {
        if (!ever || since() > PAUSE.toNanos()) {
            refresh();
        }
        return snapshot;
    }

    private long since() {
        return nanos.getAsLong() - tried;
    }

    private synchronized void refresh() {
        tried = nanos.getAsLong();
        ever = true;
        try {
            Snapshot read = new Snapshot(origin.read());
            if (!read.equals(snapshot)) {
                snapshot = read;
                LOG.info(
                        "{} keys of token issuers were read from {}",
                        read.keys().size(),
                        name);
            }
        } catch (IOException | ParseException e) {
            LOG.warn(
                    "the keys of token issuers cannot be read from {}: {}",
                    name,
                    e.getClass().getSimpleName());
        }
    }
}
