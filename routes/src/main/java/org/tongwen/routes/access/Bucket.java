package org.tongwen.routes.access;

import java.util.function.LongSupplier;

/** A bucket of tokens that fills evenly. Time comes from a clock that never goes back, in nanoseconds. */
final class Bucket {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int most;
    private final LongSupplier nanos;
    private double tokens;
    private long last;

    /** A full bucket. */
    Bucket(double perSecond, int most, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.most = most;
        this.nanos = nanos;
        this.tokens = most;
        this.last = nanos.getAsLong();
    }

    /** Takes a token; 0 when there was one, else after how many whole seconds there will be one. */
    synchronized long take() {
        fill();
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return wait(1 - tokens);
    }

    /** Whether there is none. */
    synchronized boolean isEmpty() {
        fill();
        return tokens < 1;
    }

    /** After how many whole seconds there will be one; at least one second. */
    synchronized long secondsToNext() {
        fill();
        return wait(1 - tokens);
    }

    private long wait(double missing) {
        return Math.max(1, (long) Math.ceil(missing / perSecond));
    }

    private void fill() {
        long now = nanos.getAsLong();
        tokens = Math.min(most, tokens + (now - last) / NANOS * perSecond);
        last = now;
    }
}
