package org.tongwen.routes.access;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Failed attempts to come in, by {@link Origin}. Each may fail a number of times at once, and then once in three seconds.
 */
final class Attempts {

    static final int AT_ONCE = 20;

    private static final double PER_SECOND = 1 / 3.0;
    private static final int MOST_ADDRESSES = 10_000;
    private static final int LINES_AT_ONCE = 60;

    private final LongSupplier nanos;
    private final Bucket lines;
    private final Map<Origin, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Attempts(LongSupplier nanos) {
        this.nanos = nanos;
        this.lines = new Bucket(1, LINES_AT_ONCE, nanos);
    }

    /** Whether an address has failed so often that nothing costly is done for it. */
    synchronized boolean exhausted(InetAddress address) {
        Bucket bucket = buckets.get(Origin.of(address));
        return bucket != null && bucket.isEmpty();
    }

    /** Notes a failure; 0 when it was not one too many, else after how many seconds the address may try again. */
    synchronized long failed(InetAddress address) {
        return buckets.computeIfAbsent(Origin.of(address), each -> new Bucket(PER_SECOND, AT_ONCE, nanos))
                .take();
    }

    /** After how many seconds the address may try again. */
    synchronized long secondsToNext(InetAddress address) {
        Bucket bucket = buckets.get(Origin.of(address));
        return bucket == null ? 1 : bucket.secondsToNext();
    }

    /** Whether the log has room for a further line on failures, from whatever address. */
    boolean mayLog() {
        return lines.take() == 0;
    }
}
