package org.tongwen.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.openjdk.jmh.util.Statistics;

/**
 * How many times as fast as its yardstick ours is.
 *
 * @param mean by the mean of all iterations
 * @param low our slowest iteration against the yardstick's fastest
 * @param high our fastest iteration against the yardstick's slowest
 */
record Ratio(double mean, double low, double high) {

    static Ratio of(Statistics ours, Statistics yardstick) {
        return new Ratio(
                ours.getMean() / yardstick.getMean(),
                ours.getMin() / yardstick.getMax(),
                ours.getMax() / yardstick.getMin());
    }

    /** Two significant digits, and no decimals from ten up. */
    static String shown(double ratio) {
        if (ratio >= 10) {
            return String.format(Locale.ROOT, "%.0f", ratio);
        }
        return new BigDecimal(ratio).round(new MathContext(2)).toPlainString();
    }
}
