package org.tongwen.benchmarks;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Documents handed out one after the other, again and again, so that a measured call never sees the document of the call before. */
final class Cycle<T> {

    private static final int SIZE = 1_024;
    private static final long SEED = 20_261_121;

    private final List<T> items;
    private int next;

    private Cycle(List<T> items) {
        this.items = items;
    }

    /** Generated documents; the number tells each what to put into its references. */
    static <T> Cycle<T> of(BiFunction<Draw, Integer, T> generator) {
        Draw draw = new Draw(SEED);
        return new Cycle<>(IntStream.range(0, SIZE)
                .mapToObj(number -> generator.apply(draw, number))
                .toList());
    }

    <R> Cycle<R> map(Function<T, R> view) {
        return new Cycle<>(items.stream().map(view).toList());
    }

    List<T> items() {
        return items;
    }

    T next() {
        T item = items.get(next);
        next = next + 1 == items.size() ? 0 : next + 1;
        return item;
    }
}
