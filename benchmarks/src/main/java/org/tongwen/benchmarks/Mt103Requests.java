package org.tongwen.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** Distinct MT103 for loads. */
public final class Mt103Requests {

    private static final int SEED = 20_261_122;

    private Mt103Requests() {}

    /** That many, the same ones every time. */
    public static List<byte[]> of(int count) {
        Draw draw = new Draw(SEED);
        return IntStream.range(0, count)
                .mapToObj(number -> Mt103s.next(draw, number))
                .toList();
    }
}
