package org.tongwen.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** Distinct MT103 for loads. */
public final class Mt103Requests {

    private static final int SEED = 20_261_122;

    private Mt103Requests() {}

    /** That many, the same ones every time. */
    public static List<byte[]> of(int count) {
        return of(IntStream.range(0, count));
    }

    /** That many, of which the creditor's bank is the one that they are sent to. */
    public static List<byte[]> forAddressee(int count) {
        return of(IntStream.iterate(0, number -> number + 1)
                .filter(Mt103s::isForAddressee)
                .limit(count));
    }

    private static List<byte[]> of(IntStream numbers) {
        Draw draw = new Draw(SEED);
        return numbers.mapToObj(number -> Mt103s.next(draw, number)).toList();
    }
}
