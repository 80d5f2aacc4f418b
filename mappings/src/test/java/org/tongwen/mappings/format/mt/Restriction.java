package org.tongwen.mappings.format.mt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a test asks of random messages. Paths are {@code 72}, {@code B.50K}, {@code 32A.currency}, {@code line.61.funds}, {@code 3:119},
 * {@code header.sender}; one that holds for a field holds for all its parts.
 */
final class Restriction {

    private final Set<String> unwanted = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private boolean shuffled;

    void leaveOut(String... paths) {
        unwanted.addAll(List.of(paths));
    }

    void want(String... paths) {
        wanted.addAll(List.of(paths));
    }

    void fix(String path, String... allowed) {
        values.put(path, List.of(allowed));
    }

    void shuffle() {
        shuffled = true;
    }

    boolean isShuffled() {
        return shuffled;
    }

    boolean isUnwanted(String path) {
        return unwanted.contains(path);
    }

    boolean isUnwanted(String path, String component) {
        return unwanted.stream().anyMatch(not -> (path + "." + component + ".").startsWith(not + "."));
    }

    boolean isWanted(String path) {
        return wanted.stream().anyMatch(want -> want.equals(path) || want.startsWith(path + "."));
    }

    boolean isWanted(String path, String component) {
        return isWanted(path + "." + component);
    }

    /** The components of a field that must be there. */
    Stream<String> wanted(String path) {
        return wanted.stream()
                .filter(want -> want.startsWith(path + "."))
                .map(want -> want.substring(path.length() + 1));
    }

    /** The values that a component may have; empty when any may. */
    List<String> values(String path, String component) {
        return values.getOrDefault(component.isEmpty() ? path : path + "." + component, List.of());
    }
}
