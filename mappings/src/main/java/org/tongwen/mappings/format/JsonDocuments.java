package org.tongwen.mappings.format;

import java.util.List;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** JSON documents of one schema. */
final class JsonDocuments implements SourceFormat {

    private final JsonSchema schema;
    private final SourceField fields;

    JsonDocuments(JsonSchema schema) {
        this.schema = schema;
        this.fields = schema.shape().sourceField(true);
    }

    @Override
    public SourceField schema() {
        return fields;
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    /** The schema is asked only of documents that are sound JSON. */
    @Override
    public Checked<Tree> read(byte[] document) {
        Checked<Tree> tree = JsonReader.read(document, "");
        return tree.ok()
                ? new Checked<>(tree.value(), tree.value().map(schema::check).orElse(List.of()))
                : tree;
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        Checked<Tree> typed = JsonTyping.type(tree, schema.shape());
        List<Finding> findings =
                typed.value().map(ready -> all(typed.findings(), ready)).orElse(typed.findings());
        return findings.isEmpty() ? typed.map(JsonWriter::write) : Checked.none(findings);
    }

    /** What could not be made ready, and what else the schema says; of one place only the first is said. */
    private List<Finding> all(List<Finding> first, Tree ready) {
        List<Place> said = first.stream().map(Finding::place).toList();
        Stream<Finding> more = schema.check(ready).stream().filter(finding -> !said.contains(finding.place()));
        return Stream.concat(first.stream(), more).sorted().toList();
    }
}
