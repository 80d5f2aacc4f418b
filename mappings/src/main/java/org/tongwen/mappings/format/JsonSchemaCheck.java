package org.tongwen.mappings.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Checks a schema file before it is compiled: its dialect, its form, its references and its patterns. */
final class JsonSchemaCheck {

    private static final String ID = "mapping.BrokenSchema";

    /** Below these stand plain values, not schemas. */
    private static final Set<String> VALUES = Set.of("const", "enum", "default", "examples");

    private final JsonSchemaReferences references;
    private final List<Finding> findings = new ArrayList<>();

    private JsonSchemaCheck(Tree schema) {
        this.references = new JsonSchemaReferences(schema);
    }

    /**
     * What is wrong with a schema, at places of its file.
     *
     * @param sound whether its form is known to be right
     */
    static List<Finding> check(Tree schema, boolean sound) {
        Optional<String> dialect = dialect(schema);
        if (dialect.isEmpty()) {
            return List.of(broken(schema.field("$schema").orElse(schema), "only 2020-12 and draft-07 are known")
                    .hint("https://json-schema.org/draft/2020-12/schema"));
        }
        JsonSchemaCheck check = new JsonSchemaCheck(schema);
        if (!sound) {
            check.form(schema, dialect.get());
        }
        check.walk(schema);
        return check.findings.stream().sorted().toList();
    }

    /** A finding about a place in a schema file. */
    static Finding broken(Tree at, String message) {
        Finding finding = Finding.error(ID, at.place(), message);
        return at.isLeaf() ? finding.value(at.value()) : finding;
    }

    /** The metaschema that a schema names or means; empty when it is none that is known here. */
    static Optional<String> dialect(Tree schema) {
        String name = schema.field("$schema").map(Tree::value).orElse("https://json-schema.org/draft/2020-12/schema");
        return switch (name) {
            case "https://json-schema.org/draft/2020-12/schema" -> Optional.of(name);
            case "http://json-schema.org/draft-07/schema#", "http://json-schema.org/draft-07/schema" ->
                Optional.of("http://json-schema.org/draft-07/schema#");
            default -> Optional.empty();
        };
    }

    private void form(Tree schema, String dialect) {
        for (Finding finding : SchemaValidator.ofDialect(dialect).check(schema)) {
            findings.add(new Finding(
                    finding.severity(), ID, finding.place(), finding.message(), finding.value(), finding.hint()));
        }
    }

    private void walk(Tree tree) {
        tree.field("$ref").filter(Tree::isLeaf).ifPresent(this::reference);
        tree.field("pattern").filter(Tree::isLeaf).ifPresent(leaf -> pattern(leaf, leaf.value()));
        tree.field("patternProperties").ifPresent(all -> all.fields().forEach((pattern, at) -> pattern(at, pattern)));
        below(tree).forEach(this::walk);
    }

    private static Stream<Tree> below(Tree tree) {
        Stream<Tree> fields = tree.fields().entrySet().stream()
                .filter(field -> !(VALUES.contains(field.getKey()) && !isNamedProperty(tree)))
                .map(field -> field.getValue());
        return Stream.concat(fields, tree.items().stream());
    }

    /** Whether the fields of this object are names that the schema's author chose, not keywords. */
    private static boolean isNamedProperty(Tree tree) {
        return tree.pointer().endsWith("/properties");
    }

    private void reference(Tree leaf) {
        if (!leaf.value().startsWith("#")) {
            findings.add(broken(leaf, "refers to another file; a schema must stand on its own"));
        } else if (references.target(leaf).isEmpty()) {
            findings.add(broken(leaf, "refers to a place that this schema does not have"));
        } else if (references.isEndless(leaf.parent().orElse(leaf))) {
            findings.add(
                    broken(leaf, "refers back to itself without going into a field or item, so no check would end"));
        }
    }

    private void pattern(Tree at, String pattern) {
        try {
            new SchemaPattern(pattern);
        } catch (PatternSyntaxException e) {
            findings.add(broken(at, "this pattern is no regular expression: " + e.getDescription()));
        }
    }
}
