package org.tongwen.xsd.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many documents of each kind were judged, and the first differences. */
public final class Tally {

    private static final int KEPT = 20;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long different;
    private long askedAgain;

    void count(String kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    void askedAgain() {
        askedAgain++;
    }

    void add(Difference difference) {
        different++;
        if (differences.size() < KEPT) {
            differences.add(difference);
        }
    }

    /** Adds what another counted. */
    public void add(Tally other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        other.differences.stream()
                .limit(KEPT - Math.min(KEPT, differences.size()))
                .forEach(differences::add);
        different += other.different;
        askedAgain += other.askedAgain;
    }

    /** Documents by kind: valid ones, equivalents, and each operator's mutants. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** All documents. */
    public long documents() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many documents were judged differently. */
    public long different() {
        return different;
    }

    /** How many were judged again by the JDK without characters beyond the basic plane, which it counts twice. */
    public long judgedAgain() {
        return askedAgain;
    }

    /** The first of the differences. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }
}
