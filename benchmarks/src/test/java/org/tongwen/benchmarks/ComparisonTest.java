package org.tongwen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class ComparisonTest {

    @Test
    void namesBenchmarksThatExist() {
        Set<String> benchmarks = Stream.of(
                        ReadBenchmark.class, WalletBenchmark.class, TranslationBenchmark.class, RulesBenchmark.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
        Set<String> compared = Comparison.ALL.stream()
                .flatMap(comparison -> Stream.of(comparison.ours(), comparison.yardstick()))
                .collect(Collectors.toSet());
        assertThat(compared).isEqualTo(benchmarks);
    }
}
