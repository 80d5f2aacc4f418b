package org.tongwen.conformance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Keys and values of one YAML mapping. Every value is text; every mistake becomes a finding with its line and column. */
final class YamlMap {

    private final String file;
    private final Place place;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final List<Finding> findings;

    private YamlMap(String file, MappingNode node, Set<String> keys, List<Finding> findings) {
        this.file = file;
        this.place = place(file, node.getStartMark());
        this.findings = findings;
        node.getValue().forEach(entry -> enter(entry, keys));
    }

    /** Reads a file that holds one mapping; empty, with findings, when it does not. */
    static Optional<YamlMap> read(Path path, String name, Set<String> keys, List<Finding> findings) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        Place whole = Place.NOWHERE.in(name);
        try {
            Optional<Node> root = new Compose(settings).composeString(Files.readString(path));
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(name, mapping, keys, findings));
            }
            findings.add(Finding.error("conformance.WrongKind", whole, "the file must hold keys and values"));
        } catch (MarkedYamlEngineException e) {
            Place at = e.getProblemMark().map(mark -> place(name, mark)).orElse(whole);
            findings.add(Finding.error("conformance.Yaml", at, "the file is not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            findings.add(Finding.error("conformance.Yaml", whole, "the file is not YAML: " + e.getMessage()));
        } catch (CharacterCodingException e) {
            findings.add(Finding.error("conformance.Yaml", whole, "the file is not written in UTF-8"));
        }
        return Optional.empty();
    }

    /** Where the mapping begins. */
    Place place() {
        return place;
    }

    /** A text that must be there. */
    Optional<YamlText> text(String key) {
        Optional<Node> node = Optional.ofNullable(entries.get(key));
        if (node.isEmpty()) {
            report("conformance.MissingKey", place, "the key " + key + " is missing");
        }
        return node.flatMap(value -> scalar(key, value));
    }

    /** A list of texts; a key that is not there is an empty list. */
    List<YamlText> texts(String key) {
        return items(key).stream().flatMap(item -> scalar(key, item).stream()).toList();
    }

    /** A list of mappings that have these keys; a key that is not there is an empty list. */
    List<YamlMap> maps(String key, Set<String> keys) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, keys, findings));
            } else {
                report("conformance.WrongKind", placeOf(item), "each entry of " + key + " must hold keys and values");
            }
        }
        return maps;
    }

    private List<Node> items(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        report("conformance.WrongKind", placeOf(node), key + " must be a list");
        return List.of();
    }

    private Optional<YamlText> scalar(String key, Node node) {
        if (!(node instanceof ScalarNode text)) {
            report("conformance.WrongKind", placeOf(node), key + " must be text");
            return Optional.empty();
        }
        if (text.getValue().isBlank()) {
            report("conformance.WrongValue", placeOf(node), key + " must not be empty");
            return Optional.empty();
        }
        return Optional.of(new YamlText(text.getValue().strip(), placeOf(node)));
    }

    private void enter(NodeTuple entry, Set<String> keys) {
        Node key = entry.getKeyNode();
        String name = key instanceof ScalarNode text ? text.getValue() : "";
        if (!keys.contains(name)) {
            String known =
                    "known keys: " + String.join(", ", keys.stream().sorted().toList());
            findings.add(Finding.error("conformance.UnknownKey", placeOf(key), "the key is not known here")
                    .value(name)
                    .hint(known));
        } else if (entries.putIfAbsent(name, entry.getValueNode()) != null) {
            report("conformance.DuplicateKey", placeOf(key), "the key " + name + " stands here twice");
        }
    }

    private void report(String id, Place where, String message) {
        findings.add(Finding.error(id, where, message));
    }

    private Place placeOf(Node node) {
        return place(file, node.getStartMark());
    }

    private static Place place(String file, Optional<Mark> mark) {
        return mark.map(found -> place(file, found)).orElse(Place.NOWHERE.in(file));
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1, "");
    }
}
