package org.tongwen.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks and prints, after JMH's own report, ours against each yardstick as a Markdown table. */
public final class Ratios {

    private Ratios() {}

    /** Takes JMH's own arguments, such as a pattern of benchmark names, {@code -f 2} or {@code -t 2}. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        Collection<RunResult> results = new Runner(shortRun(given).build()).run();
        System.out.println();
        System.out.print(table(results.stream()
                .collect(Collectors.toMap(
                        Ratios::name, result -> result.getPrimaryResult().getStatistics()))));
    }

    /** Short enough for a machine of two cores; what the caller says comes first. */
    private static ChainedOptionsBuilder shortRun(CommandLineOptions given) {
        return new OptionsBuilder()
                .parent(given)
                .forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(2)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(2)))
                .shouldFailOnError(true)
                .jvmArgsPrepend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    }

    private static String name(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(Ratios.class.getPackageName().length() + 1);
    }

    private static String table(Map<String, Statistics> results) {
        return Comparison.ALL.stream()
                .flatMap(comparison -> comparison.ratio(results).map(ratio -> row(comparison, ratio)).stream())
                .collect(Collectors.joining(
                        "", "| ours | yardstick | ratio | slowest to fastest | aim |\n|---|---|---|---|---|\n", ""));
    }

    private static String row(Comparison comparison, Ratio ratio) {
        return "| `%s` | `%s` | **%s** | %s–%s | %s |%n"
                .formatted(
                        comparison.ours(),
                        comparison.yardstick(),
                        Ratio.shown(ratio.mean()),
                        Ratio.shown(ratio.low()),
                        Ratio.shown(ratio.high()),
                        comparison.aim().isEmpty()
                                ? ""
                                : Ratio.shown(comparison.aim().getAsDouble()) + verdict(comparison, ratio));
    }

    private static String verdict(Comparison comparison, Ratio ratio) {
        return ratio.mean() >= comparison.aim().orElse(0) ? ", reached" : ", missed";
    }
}
