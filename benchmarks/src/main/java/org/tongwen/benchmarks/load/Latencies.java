package org.tongwen.benchmarks.load;

import java.util.Arrays;

/** Times from request to answer, in nanoseconds. */
final class Latencies {

    private long[] nanos = new long[1_024];
    private int count;

    void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count] = time;
        count++;
    }

    int count() {
        return count;
    }

    /** The time that this share of all answers kept, in milliseconds; the share is between 0 and 1. */
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1, Math.round(share * count))] / 1e6;
    }
}
