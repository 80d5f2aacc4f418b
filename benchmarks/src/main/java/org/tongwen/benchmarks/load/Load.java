package org.tongwen.benchmarks.load;

import java.util.Map;

/**
 * What came of a load.
 *
 * @param seconds how long it lasted
 * @param answers how many answers came, by status; 0 stands for connections that broke
 * @param latencies how long they took
 */
record Load(double seconds, Map<Integer, Integer> answers, Latencies latencies) {

    /** Answers a second. */
    double rate() {
        return latencies.count() / seconds;
    }

    /** Answers that were not 2xx. */
    int failures() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey() / 100 != 2)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
