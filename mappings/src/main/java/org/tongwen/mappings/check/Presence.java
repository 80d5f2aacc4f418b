package org.tongwen.mappings.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When an element is written: ways that are each enough, as the source fields that must be there for it. A way without fields is always
 * open.
 *
 * @param ways the ways, none of which includes another
 * @param data whether it carries values of the source: a group is written only when something in it does
 */
record Presence(List<Set<String>> ways, boolean data) {

    /** More ways than anybody would read; then it counts as always written. */
    private static final int MOST = 64;

    /** Copies the ways. */
    Presence {
        ways = List.copyOf(ways);
    }

    /** Always written, with a constant or another formula. */
    static final Presence FORMULA = new Presence(List.of(Set.of()), false);

    /** Always written, with a value of the source or its default. */
    static final Presence ALWAYS = new Presence(List.of(Set.of()), true);

    static Presence when(Set<String> fields, boolean data) {
        return new Presence(List.of(Set.copyOf(fields)), data);
    }

    /** Written as soon as one of several is. */
    static Presence any(List<Presence> parts) {
        List<Set<String>> least = least(parts.stream().flatMap(part -> part.ways().stream()));
        boolean data = parts.stream().anyMatch(Presence::data);
        return least.size() > MOST ? new Presence(List.of(Set.of()), data) : new Presence(least, data);
    }

    private static List<Set<String>> least(Stream<Set<String>> ways) {
        List<Set<String>> least = new ArrayList<>();
        for (Set<String> way : ways.distinct().toList()) {
            if (least.stream().noneMatch(way::containsAll)) {
                least.removeIf(known -> known.containsAll(way));
                least.add(way);
            }
        }
        return least;
    }

    /** The same, but only when these fields are there too. */
    Presence and(Set<String> fields) {
        return new Presence(
                ways.stream()
                        .map(way -> {
                            Set<String> more = new HashSet<>(way);
                            more.addAll(fields);
                            return Set.copyOf(more);
                        })
                        .toList(),
                data);
    }

    /** Whether it is written for certain when these fields are there. */
    boolean isCertain(Set<String> fields) {
        return ways.stream().anyMatch(fields::containsAll);
    }
}
