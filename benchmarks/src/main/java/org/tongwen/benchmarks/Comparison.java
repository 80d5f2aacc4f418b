package org.tongwen.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openjdk.jmh.util.Statistics;

/**
 * One of our benchmarks and what it is measured against.
 *
 * @param ours class and method of our benchmark
 * @param yardstick class and method of the other
 * @param aim the least ratio that we want; empty where the yardstick is there only to give a feeling for the size
 */
record Comparison(String ours, String yardstick, OptionalDouble aim) {

    /** All comparisons, in the order of the report. */
    static final List<Comparison> ALL = List.of(
            aim("ReadBenchmark.read", "ReadBenchmark.jdkValidator", 4),
            aim("ReadBenchmark.read", "ReadBenchmark.aaltoParse", 0.5),
            aim("ReadBenchmark.read", "ReadBenchmark.prowideParse", 150),
            aim("ReadBenchmark.read", "ReadBenchmark.prowideParseOneContext", 2),
            aim("ReadBenchmark.read", "ReadBenchmark.prowideClassesOneUnmarshaller", 2),
            aim("WalletBenchmark.toIso", "WalletBenchmark.toIsoUsualChain", 6),
            aim("WalletBenchmark.fromIso", "WalletBenchmark.fromIsoUsualChain", 6),
            aim("WalletBenchmark.toIso", "WalletBenchmark.toIsoHandWritten", 0.5),
            size("WalletBenchmark.toIsoWithLosses", "WalletBenchmark.toIso"),
            size("WalletBenchmark.fromIsoWithLosses", "WalletBenchmark.fromIso"),
            aim("WalletBenchmark.toIsoWithLineage", "WalletBenchmark.toIso", 0.4),
            aim("WalletBenchmark.fromIsoWithLineage", "WalletBenchmark.fromIso", 0.4),
            size("WalletBenchmark.toIso", "WalletBenchmark.jacksonTree"),
            size("WalletBenchmark.fromIso", "WalletBenchmark.jacksonTree"),
            size("TranslationBenchmark.batchToIso", "TranslationBenchmark.batchJacksonTree"),
            aim("TranslationBenchmark.mt103ToIso", "TranslationBenchmark.mt103ProwideParse", 0.35),
            aim("TranslationBenchmark.mt103FromIso", "TranslationBenchmark.mt103ProwideParse", 0.35),
            aim("RulesBenchmark.schemeRules", "RulesBenchmark.readMessage", 1),
            size("RulesBenchmark.allRules", "RulesBenchmark.readMessage"),
            size("RulesBenchmark.readAndJudge", "RulesBenchmark.readMessage"));

    /** The ratio, when both were run. */
    Optional<Ratio> ratio(Map<String, Statistics> results) {
        return Optional.ofNullable(results.get(ours))
                .flatMap(mine -> Optional.ofNullable(results.get(yardstick)).map(other -> Ratio.of(mine, other)));
    }

    private static Comparison aim(String ours, String yardstick, double aim) {
        return new Comparison(ours, yardstick, OptionalDouble.of(aim));
    }

    private static Comparison size(String ours, String yardstick) {
        return new Comparison(ours, yardstick, OptionalDouble.empty());
    }
}
