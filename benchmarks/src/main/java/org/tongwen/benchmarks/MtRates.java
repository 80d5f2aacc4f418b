package org.tongwen.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.tongwen.mappings.plan.Reporting;

/**
 * How many MT103 a second of processor time is enough for, to pacs.008 and back, beside a mere parse by pw-swift-core of the same messages.
 * The three take turns, so that a machine with other work on it slows all of them down alike; the time is that of the working thread,
 * without garbage collection and compiler. {@code Ratios} measures time on the clock instead.
 */
public final class MtRates {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MESSAGES = 1_024;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 21;

    /** What is measured. */
    private interface Work {
        Object run() throws Exception;
    }

    private record Measured(String name, Work work, long[] nanos) {

        Measured(String name, Work work) {
            this(name, work, new long[ROUNDS]);
        }

        /** All messages once. */
        long round() throws Exception {
            long start = THREADS.getCurrentThreadCpuTime();
            int results = 0;
            for (int i = 0; i < MESSAGES; i++) {
                results += work.run().hashCode() == 0 ? 1 : 2;
            }
            if (results < MESSAGES) {
                throw new IllegalStateException("nothing came out");
            }
            return THREADS.getCurrentThreadCpuTime() - start;
        }

        /** Messages for each second of processor time, in the round in the middle. */
        double rate() {
            long[] sorted = LongStream.of(nanos).sorted().toArray();
            return MESSAGES * 1e9 / sorted[ROUNDS / 2];
        }

        double ratio(Measured yardstick) {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, i -> (double) yardstick.nanos[i] / nanos[i]);
            Arrays.sort(ratios);
            return ratios[ROUNDS / 2];
        }
    }

    private MtRates() {}

    /** Takes nothing, or {@code NONE} or {@code LINEAGE} for another amount of reporting. */
    public static void main(String[] arguments) throws Exception {
        TranslationBenchmark translations = new TranslationBenchmark();
        translations.reporting = Reporting.valueOf(arguments.length > 0 ? arguments[0] : "LOSSES");
        Measured parse = new Measured("mt103ProwideParse", translations::mt103ProwideParse);
        Measured toIso = new Measured("mt103ToIso", translations::mt103ToIso);
        Measured fromIso = new Measured("mt103FromIso", translations::mt103FromIso);
        List<Measured> all = List.of(parse, toIso, fromIso);
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            for (Measured one : all) {
                long nanos = one.round();
                if (i >= WARM_UP) {
                    one.nanos[i - WARM_UP] = nanos;
                }
            }
        }
        all.forEach(one -> System.out.printf(
                Locale.ROOT,
                "%-18s %,9.0f messages a second and core, %.3f of the parse%n",
                one.name,
                one.rate(),
                one.ratio(parse)));
    }
}
