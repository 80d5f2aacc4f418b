package org.tongwen.xsd.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.outline.ElementPath;

/**
 * The pairs of types that stand at the same place of two trees. Each pair is compared once; how many paths lead to it is counted
 * along the pairs that use it.
 */
final class TypePairs {

    private static final int PATHS = 5;

    /** A type before and the one in its place after. */
    record Pair(Type before, Type after) {}

    /** A pair below another one, by the name of an element, or of an attribute with an {@code @}. */
    record Use(String name, Pair pair) {}

    private record Visited(String firstPath, TypeComparison comparison, List<Use> forward) {}

    private final Map<Pair, Visited> visited = new LinkedHashMap<>();
    private final Set<Pair> open = new HashSet<>();
    private final List<Pair> finished = new ArrayList<>();

    private TypePairs() {}

    static List<TypeChange> compare(ElementPath before, ElementPath after) {
        Pair root = new Pair(
                before.element().declaration().type(),
                after.element().declaration().type());
        TypePairs pairs = new TypePairs();
        pairs.visit(before.path(), root);
        return pairs.changes(before.path(), root);
    }

    /** Goes through the pairs in document order; a pair inside itself is not followed. */
    private void visit(String path, Pair pair) {
        open.add(pair);
        TypeComparison comparison = TypeComparison.of(pair);
        List<Use> forward = new ArrayList<>();
        visited.put(pair, new Visited(path, comparison, forward));
        for (Use use : comparison.uses()) {
            if (!visited.containsKey(use.pair())) {
                visit(path + "/" + use.name(), use.pair());
            }
            if (!open.contains(use.pair())) {
                forward.add(use);
            }
        }
        open.remove(pair);
        finished.add(pair);
    }

    private List<TypeChange> changes(String rootPath, Pair root) {
        Map<Pair, Long> places = new HashMap<>(Map.of(root, 1L));
        Map<Pair, List<String>> paths = new HashMap<>(Map.of(root, List.of(rootPath)));
        // Backwards, each pair comes after all those that use it.
        for (int i = finished.size() - 1; i >= 0; i--) {
            Pair pair = finished.get(i);
            long here = places.getOrDefault(pair, 0L);
            List<String> pathsHere = paths.getOrDefault(pair, List.of());
            for (Use use : visited(pair).forward()) {
                places.merge(use.pair(), here, Long::sum);
                List<String> further =
                        pathsHere.stream().map(path -> path + "/" + use.name()).toList();
                paths.merge(use.pair(), further, TypePairs::joined);
            }
        }
        return visited.entrySet().stream()
                .filter(entry -> !entry.getValue().comparison().changes().isEmpty())
                .map(entry -> change(
                        entry.getKey(),
                        entry.getValue(),
                        paths.getOrDefault(entry.getKey(), List.of()),
                        places.getOrDefault(entry.getKey(), 1L)))
                .toList();
    }

    private Visited visited(Pair pair) {
        Visited known = visited.get(pair);
        if (known == null) {
            throw new IllegalStateException("a pair of types was not visited");
        }
        return known;
    }

    private static TypeChange change(Pair pair, Visited visited, List<String> paths, long places) {
        List<String> first = joined(List.of(visited.firstPath()), paths);
        return new TypeChange(
                first,
                places,
                pair.before().name(),
                pair.after().name(),
                visited.comparison().changes());
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .limit(PATHS)
                .toList();
    }
}
