package org.tongwen.rules.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/**
 * Reads YAML as text with places. Duplicate keys, anchors, aliases, tags and keys that are not text are refused, because each of them
 * lets a file say something else than it seems to say.
 */
public final class YamlReader {

    private static final int MAX_CHARACTERS = 5_000_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_FINDINGS = 100;

    private final String document;
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);

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
            return isPlain(text)
                    ? new Compose(settings())
                            .composeString(text)
                            .map(this::convert)
                            .or(this::empty)
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return refuse(after(sound(bytes)), "yaml.Encoding", "the file is not written in UTF-8");
        } catch (ReaderException e) {
            String before = new String(bytes, StandardCharsets.UTF_8);
            int end =
                    before.offsetByCodePoints(0, Math.min(e.getPosition(), before.codePointCount(0, before.length())));
            return refuse(
                    after(before.substring(0, end)),
                    "yaml.Syntax",
                    String.format("the character U+%04X is not allowed", e.getCodePoint()));
        } catch (MarkedYamlEngineException e) {
            return refuse(place(e.getProblemMark()), "yaml.Syntax", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("the file is not YAML");
            return refuse(new Place(document, 0, 0, ""), "yaml.Syntax", reason);
        }
    }

    /** The text before the first bytes that are not UTF-8. */
    private static String sound(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        return text.flip().toString();
    }

    /** The place of the character after a text. */
    private Place after(String before) {
        int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        int start = before.lastIndexOf('\n') + 1;
        return new Place(document, line, before.codePointCount(start, before.length()) + 1, "");
    }

    /**
     * Whether the file has no anchors, aliases and tags and is not nested too deeply. Only then is a tree made of it: aliases make trees
     * that never end, or have more nodes than the file has characters.
     */
    private boolean isPlain(String text) {
        int before = findings.size();
        int depth = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                refuse(
                        place(event.getStartMark()),
                        "yaml.TooDeep",
                        "lists and maps are nested more than " + MAX_DEPTH + " deep");
                return false;
            }
            properties(event);
        }
        return findings.size() == before;
    }

    private void properties(Event event) {
        Place place = place(event.getStartMark());
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (anchored || event instanceof AliasEvent) {
            refuse(place, "yaml.Anchor", "anchors and aliases are not allowed; write it out");
        }
        if (tag(event).isPresent()) {
            refuse(place, "yaml.Tag", "tags are not allowed");
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
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
        if (node instanceof ScalarNode scalar) {
            return new Yaml.Text(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
        }
        if (node instanceof SequenceNode sequence) {
            return new Yaml.Items(
                    sequence.getValue().stream().map(this::convert).toList(), place);
        }
        return fields((MappingNode) node, place);
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
