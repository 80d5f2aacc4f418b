package org.tongwen.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values with their paths, each as often as it stands in a document, in no order. */
final class Bag {

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String path, String value) {
        counts.merge(path + " = " + value, 1, Integer::sum);
    }

    /** What one has more of than the other, named as {@code less} or {@code more}; empty when they hold the same. */
    List<String> differences(Bag other) {
        Set<String> all = new TreeSet<>(counts.keySet());
        all.addAll(other.counts.keySet());
        List<String> differences = new ArrayList<>();
        for (String value : all) {
            int more = other.counts.getOrDefault(value, 0) - counts.getOrDefault(value, 0);
            if (more != 0) {
                differences.add((more < 0 ? "missing: " : "not foretold: ") + value);
            }
        }
        return differences;
    }
}
