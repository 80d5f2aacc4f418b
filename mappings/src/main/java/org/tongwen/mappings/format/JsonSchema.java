package org.tongwen.mappings.format;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** A JSON Schema (2020-12 or draft-07) ready to check documents. It never reads anything outside its own file. */
final class JsonSchema {

    /** Accepts every document. */
    static final JsonSchema ANY = new JsonSchema(Optional.empty(), JsonShape.OBJECT);

    private static final SpecificationVersion USUAL = SpecificationVersion.DRAFT_2020_12;
    private static final Set<String> METASCHEMAS =
            Set.of("https://json-schema.org/draft/2020-12/", "http://json-schema.org/draft-07/");

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .regularExpressionFactory(SchemaPattern::new)
            .preloadSchema(true)
            .build();

    private final Optional<Schema> validator;
    private final JsonShape shape;

    private JsonSchema(Optional<Schema> validator, JsonShape shape) {
        this.validator = validator;
        this.shape = shape;
    }

    /** Compiles a schema file, or says at which places of it something is wrong. */
    static Checked<JsonSchema> load(byte[] file, String name) {
        Checked<Tree> schema = JsonReader.read(file, name);
        if (!schema.ok()) {
            return Checked.none(schema.findings());
        }
        List<Finding> findings = JsonSchemaCheck.check(schema.value().orElseThrow());
        return findings.isEmpty() ? compile(schema.value().orElseThrow()) : Checked.none(findings);
    }

    private static Checked<JsonSchema> compile(Tree schema) {
        JsonShape shape = JsonSchemaFields.of(schema);
        if (!shape.kinds().isEmpty() && !shape.kinds().contains(Tree.Kind.OBJECT)) {
            Tree type = schema.field("type").orElse(schema);
            return Checked.none(JsonSchemaCheck.broken(type, "a document is an object, but the schema wants none"));
        }
        try {
            Schema validator = registry().getSchema(JsonNodes.of(schema));
            return Checked.of(new JsonSchema(Optional.of(validator), JsonShape.OBJECT.and(shape)), List.of());
        } catch (SchemaException e) {
            return Checked.none(JsonSchemaCheck.broken(schema, "the validator does not take this schema"));
        }
    }

    /** A registry of its own for each schema: in a shared one, schemas of the same {@code $id} would stand for each other. */
    static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                USUAL,
                builder -> builder.schemaRegistryConfig(CONFIG)
                        .schemaLoader(loader -> loader.allow(iri -> isMetaschema(iri.toString()))));
    }

    private static boolean isMetaschema(String iri) {
        return METASCHEMAS.stream().anyMatch(iri::startsWith);
    }

    /** What the schema says of the document. */
    JsonShape shape() {
        return shape;
    }

    /** What in a document goes against the schema, in document order. */
    List<Finding> check(Tree document) {
        return validator.map(schema -> check(schema, document)).orElse(List.of());
    }

    /** Checks a document with any compiled schema. */
    static List<Finding> check(Schema schema, Tree document) {
        try {
            List<Error> violations = schema.validate(JsonNodes.of(document));
            return SchemaFindings.of(document, violations);
        } catch (SchemaPattern.TooManyStepsException e) {
            return List.of(givenUp(document, e.value()));
        }
    }

    private static Finding givenUp(Tree document, String value) {
        Tree at = document.leaves()
                .filter(leaf -> leaf.value().equals(value))
                .findFirst()
                .orElse(document);
        String message = "cannot be compared with the schema's pattern in reasonable time, so the check ended here";
        return Finding.error("schema.Pattern", at.place(), message).value(value);
    }
}
