package org.tongwen.mappings.format;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** A JSON Schema (2020-12 or draft-07) ready to check documents. It never reads anything outside its own file. */
final class JsonSchema {

    /** Accepts every document. */
    static final JsonSchema ANY = new JsonSchema(SchemaRule.ANYTHING, JsonShape.OBJECT, () -> {
        throw new IllegalStateException("nothing is left to the validator");
    });

    private final SchemaRule rule;
    private final JsonShape shape;
    private final Supplier<SchemaValidator> maker;

    /** Made when first needed. */
    private @Nullable SchemaValidator validator;

    private JsonSchema(SchemaRule rule, JsonShape shape, Supplier<SchemaValidator> maker) {
        this.rule = rule;
        this.shape = shape;
        this.maker = maker;
    }

    /** Compiles a schema file, or says at which places of it something is wrong. */
    static Checked<JsonSchema> load(byte[] file, String name) {
        Checked<Tree> schema = JsonReader.read(file, name);
        if (!schema.ok()) {
            return Checked.none(schema.findings());
        }
        Tree root = schema.value().orElseThrow();
        SchemaRuleReader.Result read = SchemaRuleReader.read(root);
        List<Finding> findings = JsonSchemaCheck.check(root, read.familiar());
        return findings.isEmpty() ? compile(root, read) : Checked.none(findings);
    }

    private static Checked<JsonSchema> compile(Tree root, SchemaRuleReader.Result read) {
        JsonShape shape = JsonSchemaFields.of(root);
        if (!shape.kinds().isEmpty() && !shape.kinds().contains(Tree.Kind.OBJECT)) {
            Tree type = root.field("type").orElse(root);
            return Checked.none(JsonSchemaCheck.broken(type, "a document is an object, but the schema wants none"));
        }
        JsonSchema schema = new JsonSchema(read.rule(), JsonShape.OBJECT.and(shape), () -> SchemaValidator.of(root));
        if (!read.familiar()) {
            try {
                schema.validator();
            } catch (IllegalArgumentException e) {
                return Checked.none(JsonSchemaCheck.broken(root, "the validator does not take this schema"));
            }
        }
        return Checked.of(schema, List.of());
    }

    /** What the schema says of the document. */
    JsonShape shape() {
        return shape;
    }

    /** What in a document goes against the schema, in document order. */
    List<Finding> check(Tree document) {
        return rule.judge(document) == SchemaVerdict.VALID
                ? List.of()
                : validator().check(document);
    }

    private synchronized SchemaValidator validator() {
        SchemaValidator known = validator;
        if (known == null) {
            known = maker.get();
            validator = known;
        }
        return known;
    }
}
