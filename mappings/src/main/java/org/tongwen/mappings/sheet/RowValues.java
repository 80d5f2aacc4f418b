package org.tongwen.mappings.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.mappings.line.Line;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** The values of one sample at the rows of a sheet: those of the institution's document, and those of the message made of it. */
final class RowValues {

    private static final int SHOWN = 5;

    private final Tree source;
    private final Set<Place> used;
    private final Map<String, List<String>> iso = new HashMap<>();

    /**
     * Values of a sample.
     *
     * @param source the institution's document
     * @param message the message that the mapping made of it
     * @param used the places of the rules that wrote something of it
     */
    RowValues(Tree source, BusinessMessage message, Set<Place> used) {
        this.source = source;
        this.used = Set.copyOf(used);
        message.parts().map(Message::root).forEach(root -> collect(root, root.name()));
    }

    private void collect(Node node, String path) {
        if (node.children().isEmpty()) {
            String attributes = String.join(" ", node.attributes().values());
            String value = attributes.isEmpty() ? node.text() : node.text() + " " + attributes;
            iso.computeIfAbsent(path, key -> new ArrayList<>()).add(value);
        }
        node.children().forEach(child -> collect(child, path + "/" + child.name()));
    }

    /** The source values of a row, a line each; of many the first few. Nothing for a rule of a case that was not taken. */
    List<String> source(Row row) {
        return row.kind() == Line.Kind.LEAF && !used.contains(row.place())
                ? List.of()
                : few(row.source().stream().flatMap(path -> all(path).map(Tree::value)));
    }

    private Stream<Tree> all(String path) {
        Optional<SourcePath> parsed = SourcePath.parse(path);
        List<Tree> found = List.of(source);
        for (SourcePath.Step step : parsed.map(SourcePath::steps).orElse(List.of())) {
            found = found.stream()
                    .flatMap(RowValues::items)
                    .flatMap(tree -> tree.field(step.name()).stream())
                    .flatMap(tree -> step.select().isEmpty()
                            ? Stream.of(tree)
                            : items(tree).filter(item -> picks(step, item)))
                    .toList();
        }
        return found.stream().flatMap(RowValues::items).filter(Tree::isLeaf);
    }

    private static boolean picks(SourcePath.Step step, Tree item) {
        return step.select()
                .filter(select -> item.field(select.field())
                        .filter(field -> field.value().equals(select.value()))
                        .isPresent())
                .isPresent();
    }

    private static Stream<Tree> items(Tree tree) {
        return tree.kind() == Tree.Kind.LIST ? tree.items().stream() : Stream.of(tree);
    }

    /**
     * The values in the message at a row's path, a line each; those of an element that a codec fills as a whole stand below it. Nothing
     * for a rule that was not used: its case is another one, or its fields are empty, or a rule with fields has filled the element.
     */
    List<String> iso(Row row, List<Row> all) {
        boolean otherRule = all.stream()
                .filter(other -> other != row && other.isoPath().equals(row.isoPath()))
                .anyMatch(other -> isUsed(other) && !source(other).isEmpty());
        if (!isUsed(row) || (row.source().isEmpty() && otherRule)) {
            return List.of();
        }
        Stream<String> shared = otherRule ? Stream.of("(of all rules for it)") : Stream.empty();
        List<String> own = iso.get(row.isoPath());
        if (own != null) {
            return few(Stream.concat(shared, own.stream()));
        }
        String below = row.isoPath() + "/";
        return few(iso.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(below))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey().substring(below.length()) + ": " + value)));
    }

    private boolean isUsed(Row row) {
        boolean filled = row.source().isEmpty()
                || row.rule().startsWith("??")
                || !source(row).isEmpty();
        return row.kind() == Line.Kind.LEAF
                && filled
                && used.contains(row.place())
                && row.cases().stream().allMatch(this::holds);
    }

    /** Whether a case by the value of a field is the one of this sample; of a formula or condition that is not known here. */
    private boolean holds(String condition) {
        int arrow = condition.lastIndexOf(" → ");
        if (arrow < 0) {
            return true;
        }
        String by = condition.substring(0, arrow);
        String value = condition.substring(arrow + " → ".length());
        return by.startsWith("=") || all(by).anyMatch(tree -> tree.value().equals(value));
    }

    private static List<String> few(Stream<String> values) {
        List<String> all = values.limit(SHOWN + 1L).toList();
        return all.size() <= SHOWN
                ? all
                : Stream.concat(all.subList(0, SHOWN).stream(), Stream.of("…")).toList();
    }
}
