package org.tongwen.mappings.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.line.Line;
import org.tongwen.mappings.line.MappingLines;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.mappings.plan.SourcePath;
import org.tongwen.mappings.read.LeafReader;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Formula;
import org.tongwen.mappings.read.MappingFile.Pair;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.outline.Demand;
import org.tongwen.xsd.outline.TypeText;

/**
 * The analyst's sheet of a mapping: a row for each rule, in the order of the file.
 *
 * @param rows the rows
 */
public record Sheet(List<Row> rows) {

    /** Copies the rows. */
    public Sheet {
        rows = List.copyOf(rows);
    }

    /** The sheet of a mapping, mistakes or not. */
    public static Sheet of(AuthoredMapping mapping, Catalogue catalogue) {
        Reading reading = new Reading(mapping, catalogue);
        return new Sheet(MappingLines.of(mapping).stream()
                .filter(line -> line.kind() != Line.Kind.GROUP)
                .map(reading::row)
                .toList());
    }

    /** What a rule carries, apart from where it writes it. */
    private record Carried(List<String> source, String rule) {}

    private static final class Reading {

        private final Map<String, ElementDeclaration> roots = new HashMap<>();
        private final Map<String, List<Leaf>> leaves = new HashMap<>();

        Reading(AuthoredMapping mapping, Catalogue catalogue) {
            roots.put("Document", mapping.plan().definition().root());
            catalogue
                    .find(mapping.text().header().text())
                    .map(MessageDefinition::root)
                    .ifPresent(root -> roots.put("AppHdr", root));
            mapping.plan()
                    .leaves()
                    .forEach(leaf -> leaves.computeIfAbsent(
                                    leaf.isoPath() + " " + leaf.place(), place -> new ArrayList<>())
                            .add(leaf));
        }

        Row row(Line line) {
            Carried carried = carried(line);
            List<String> names = Arrays.asList(line.isoPath().split("/"));
            Optional<ElementDeclaration> root = Optional.ofNullable(roots.get(names.get(0)));
            List<String> below = names.subList(1, names.size());
            Optional<Demand> demand = root.flatMap(known -> Demand.of(known, below));
            Optional<ElementDeclaration> element = demand.flatMap(known -> root.flatMap(from -> find(from, below)));
            return new Row(
                    line.kind(),
                    carried.source(),
                    carried.rule(),
                    line.isoPath(),
                    element.map(found -> TypeText.of(found.type())).orElse(""),
                    demand.map(Demand::word).orElse(""),
                    line.conditions(),
                    line.note(),
                    line.place());
        }

        private static Optional<ElementDeclaration> find(ElementDeclaration root, List<String> names) {
            return names.isEmpty()
                    ? Optional.of(root)
                    : new MessageDefinition("", "", root).find(String.join("/", names));
        }

        private Carried carried(Line line) {
            return switch (line.kind()) {
                case GROUP, WORD -> new Carried(List.of(), line.text());
                case EACH -> new Carried(List.of(absolute(line.text(), line)), "each item");
                case CHOICE ->
                    line.text().strip().startsWith("=")
                            ? new Carried(List.of(), "choose " + line.text().strip())
                            : new Carried(List.of(absolute(line.text(), line)), "chooses the case");
                case LEAF -> leaf(line);
            };
        }

        private Carried leaf(Line line) {
            Optional<Content> content = LeafReader.read(new Yaml.Text(line.text(), true, line.place()))
                    .value();
            List<String> sources = sources(line);
            if (content.isPresent() && content.get() instanceof Pair pair) {
                String otherwise = pair.otherwise().isEmpty() ? "" : "?? " + pair.otherwise();
                String codec = pair.codec().isEmpty() ? "" : "as " + pair.codec();
                List<String> known = sources.isEmpty() ? List.of(absolute(pair.path(), line)) : sources;
                return new Carried(known, (otherwise + " " + codec).strip());
            }
            boolean formula = content.isPresent() && content.get() instanceof Formula;
            return new Carried(formula ? List.of() : sources, line.text().strip());
        }

        /** The fields that a leaf carries. A part that is used twice in one element has two leaves in one place, for two objects. */
        private List<String> sources(Line line) {
            List<List<String>> used = leaves.getOrDefault(line.isoPath() + " " + line.place(), List.of()).stream()
                    .map(Leaf::sources)
                    .toList();
            return used.stream()
                    .filter(sources -> sources.stream().anyMatch(source -> source.startsWith(line.base())))
                    .findFirst()
                    .or(() -> used.stream().findFirst())
                    .orElse(List.of());
        }

        private static String absolute(String path, Line line) {
            return SourcePath.parse(path)
                    .map(known -> known.absolute(line.base()))
                    .orElse(path);
        }
    }
}
