package org.tongwen.rules.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Reads YAML as text with places. Duplicate keys, anchors, aliases, tags and keys that are not text are refused, because each of them
 * lets a file say something else than it seems to say.
 */
public final class YamlReader {

    private static final int MAX_CHARACTERS = 5_000_000;

    private final String document;
    private final List<Finding> findings = new ArrayList<>();

    private YamlReader(String document) {
        this.document = document;
    }

    /**
     * Reads a file.
     *
     * @param document its name, for the places of findings
     * @param bytes its content in UTF-8
     */
    public static Checked<Yaml> read(String document, byte[] bytes) {
        YamlReader reader = new YamlReader(document);
        Optional<Yaml> root = reader.read(bytes);
        return new Checked<>(root, reader.findings);
    }

    private Optional<Yaml> read(byte[] bytes) {
        if (bytes.length > MAX_CHARACTERS) {
            return refuse(
                    new Place(document, 0, 0, ""),
                    "yaml.TooLarge",
                    "the file is larger than " + MAX_CHARACTERS + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Compose(settings())
                    .composeString(text)
                    .map(this::convert)
                    .or(this::empty);
        } catch (CharacterCodingException e) {
            return refuse(new Place(document, 0, 0, ""), "yaml.Encoding", "the file is not written in UTF-8");
        } catch (MarkedYamlEngineException e) {
            return refuse(place(e.getProblemMark()), "yaml.Syntax", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("the file is not YAML");
            return refuse(new Place(document, 0, 0, ""), "yaml.Syntax", reason);
        }
    }

    private LoadSettings settings() {
        return LoadSettings.builder()
                .setLabel(document)
                .setSchema(new FailsafeSchema())
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
    }

    private Optional<Yaml> empty() {
        return refuse(new Place(document, 1, 1, ""), "yaml.Empty", "the file is empty");
    }

    private Optional<Yaml> refuse(Place place, String id, String message) {
        findings.add(Finding.error(id, place, message));
        return Optional.empty();
    }

    private Yaml convert(Node node) {
        Place place = place(node.getStartMark());
        if (node.getAnchor().isPresent()) {
            findings.add(Finding.error("yaml.Anchor", place, "anchors and aliases are not allowed; write it out"));
        }
        if (!node.getTag().getValue().startsWith("tag:yaml.org,2002:") || isTagged(node)) {
            findings.add(Finding.error("yaml.Tag", place, "tags are not allowed"));
        }
        if (node instanceof ScalarNode scalar) {
            return new Yaml.Text(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
        }
        if (node instanceof SequenceNode sequence) {
            return new Yaml.Items(
                    sequence.getValue().stream().map(this::convert).toList(), place);
        }
        return fields((MappingNode) node, place);
    }

    /** With the failsafe schema a scalar is text unless the file says otherwise. */
    private static boolean isTagged(Node node) {
        return node instanceof ScalarNode && !node.getTag().getValue().equals("tag:yaml.org,2002:str");
    }

    private Yaml.Fields fields(MappingNode node, Place place) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place keyPlace = place(tuple.getKeyNode().getStartMark());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                Yaml.Entry entry = new Yaml.Entry(key.getValue(), keyPlace, convert(tuple.getValueNode()));
                Yaml.Entry before = entries.putIfAbsent(entry.key(), entry);
                if (before != null) {
                    findings.add(
                            Finding.error("yaml.DuplicateKey", keyPlace, entry.key() + " stands here a second time")
                                    .hint("the first one is in line "
                                            + before.keyPlace().line()));
                }
            } else {
                findings.add(Finding.error("yaml.Key", keyPlace, "a key must be text"));
            }
        }
        return new Yaml.Fields(entries, place);
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(document, at.getLine() + 1, at.getColumn() + 1, ""))
                .orElse(new Place(document, 0, 0, ""));
    }
}
