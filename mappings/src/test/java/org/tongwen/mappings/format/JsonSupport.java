package org.tongwen.mappings.format;

import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What the tests of JSON share. */
final class JsonSupport {

    private JsonSupport() {}

    /** JSON without a schema. */
    static SourceFormat json() {
        return opened(new JsonFormat().open(Map.of(), JsonSupport::nothing));
    }

    /** JSON with this schema. */
    static SourceFormat json(String schema) {
        return opened(open(schema));
    }

    /** What opening the format with this schema file gives. */
    static Checked<SourceFormat> open(String schema) {
        return new JsonFormat().open(Map.of("schema", "a.schema.json"), name -> bytes(schema));
    }

    /** A mapping's folder without files. */
    static byte[] nothing(String name) throws FileNotFoundException {
        throw new FileNotFoundException(name);
    }

    /** Findings as {@code place id}. */
    static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(finding -> (finding.place() + " " + finding.id()).strip())
                .toList();
    }

    /** What reading finds, as {@code place id}. */
    static List<String> read(SourceFormat format, String document) {
        return places(format.read(bytes(document)).findings());
    }

    /** The tree of a document without findings. */
    static Tree tree(SourceFormat format, String document) {
        return sound(format.read(bytes(document)));
    }

    /** The text that a tree is written as. */
    static String written(SourceFormat format, Tree tree) {
        return new String(sound(format.write(tree)), StandardCharsets.UTF_8);
    }

    /** A value that has no findings. */
    static <T> T sound(Checked<T> checked) {
        if (!checked.findings().isEmpty()) {
            throw new AssertionError(checked.findings());
        }
        return checked.value().orElseThrow();
    }

    /** An object of text leaves, as mappings build from ISO messages. */
    static Tree texts(String... namesAndValues) {
        Tree object = Tree.object(Place.NOWHERE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], Tree.text(namesAndValues[i + 1], Place.NOWHERE));
        }
        return object;
    }

    /** A tree with kinds and order, for comparison. */
    static String shown(Tree tree) {
        return switch (tree.kind()) {
            case OBJECT ->
                tree.fields().entrySet().stream()
                        .map(field -> field.getKey() + "=" + shown(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case LIST -> tree.items().stream().map(JsonSupport::shown).collect(Collectors.joining(", ", "[", "]"));
            default -> tree.kind() + " " + tree.value();
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SourceFormat opened(Checked<SourceFormat> format) {
        return sound(format);
    }
}
