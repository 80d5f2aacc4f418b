package org.tongwen.mappings.format;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Bounds;
import org.tongwen.mappings.tree.Tree;

/**
 * Reads the fields out of a JSON Schema, in its order. Conditions ({@code if}/{@code then}) and alternatives add the fields that they
 * name, but demand nothing that not all of them demand. A reference back to a schema that is being read ends there.
 */
final class JsonSchemaFields {

    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final JsonSchemaReferences references;
    private final Set<Tree> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private JsonSchemaFields(Tree schema) {
        this.references = new JsonSchemaReferences(schema);
    }

    /** What a schema says of the whole document. */
    static JsonShape of(Tree schema) {
        return new JsonSchemaFields(schema).read(schema);
    }

    private JsonShape read(Tree schema) {
        if (!open.add(schema)) {
            return JsonShape.ANY;
        }
        JsonShape shape = own(schema)
                .and(schema.field("$ref")
                        .flatMap(references::target)
                        .map(this::read)
                        .orElse(JsonShape.ANY))
                .and(merged(schema, "allOf", JsonShape::and))
                .completedBy(merged(schema, "anyOf", JsonShape::or))
                .completedBy(merged(schema, "oneOf", JsonShape::or))
                .completedBy(branch(schema, "then").or(branch(schema, "else")));
        open.remove(schema);
        return shape;
    }

    private JsonShape own(Tree schema) {
        List<Tree> values = values(schema).toList();
        return new JsonShape(
                kinds(schema, values),
                length(schema),
                bounds(schema),
                values.stream()
                        .filter(Tree::isLeaf)
                        .filter(value -> value.kind() != Tree.Kind.NULL)
                        .map(Tree::value)
                        .toList(),
                fields(schema),
                required(schema),
                items(schema));
    }

    private JsonShape merged(Tree schema, String keyword, BinaryOperator<JsonShape> how) {
        return schema.field(keyword).stream()
                .flatMap(list -> list.items().stream())
                .map(this::read)
                .reduce(how)
                .orElse(JsonShape.ANY);
    }

    private JsonShape branch(Tree schema, String keyword) {
        return schema.field(keyword).map(this::read).orElse(JsonShape.ANY);
    }

    private static Set<Tree.Kind> kinds(Tree schema, List<Tree> values) {
        Set<Tree.Kind> kinds = new LinkedHashSet<>();
        Optional<Tree> type = schema.field("type");
        type.stream().flatMap(Tree::leaves).map(JsonSchemaFields::kind).forEach(kinds::add);
        if (type.isEmpty()) {
            values.forEach(value -> kinds.add(value.kind()));
        }
        return kinds;
    }

    private static Tree.Kind kind(Tree type) {
        return switch (type.value()) {
            case "object" -> Tree.Kind.OBJECT;
            case "array" -> Tree.Kind.LIST;
            case "integer", "number" -> Tree.Kind.NUMBER;
            case "boolean" -> Tree.Kind.BOOLEAN;
            case "null" -> Tree.Kind.NULL;
            default -> Tree.Kind.TEXT;
        };
    }

    private static Stream<Tree> values(Tree schema) {
        Optional<Tree> constant = schema.field("const");
        return constant.isPresent()
                ? constant.stream()
                : schema.field("enum").stream().flatMap(list -> list.items().stream());
    }

    private static OptionalInt length(Tree schema) {
        return schema.field("maxLength").stream()
                .filter(limit -> limit.kind() == Tree.Kind.NUMBER)
                .mapToInt(limit -> new BigDecimal(limit.value()).min(MAX_INT).intValue())
                .findFirst();
    }

    private static Bounds bounds(Tree schema) {
        Optional<BigDecimal> step = number(schema, "multipleOf");
        OptionalInt decimals = step.map(value ->
                        OptionalInt.of(Math.max(0, value.stripTrailingZeros().scale())))
                .orElse(OptionalInt.empty());
        return new Bounds(
                number(schema, "minimum").or(() -> number(schema, "exclusiveMinimum")),
                number(schema, "maximum").or(() -> number(schema, "exclusiveMaximum")),
                decimals,
                schema.field("pattern").map(Tree::value));
    }

    private static Optional<BigDecimal> number(Tree schema, String keyword) {
        return schema.field(keyword)
                .filter(limit -> limit.kind() == Tree.Kind.NUMBER)
                .map(limit -> new BigDecimal(limit.value()));
    }

    private Map<String, JsonShape> fields(Tree schema) {
        Map<String, JsonShape> fields = new LinkedHashMap<>();
        schema.field("properties")
                .ifPresent(all -> all.fields().forEach((name, field) -> fields.put(name, read(field))));
        return fields;
    }

    private static Set<String> required(Tree schema) {
        Set<String> names = new HashSet<>();
        schema.field("required").stream().flatMap(Tree::leaves).map(Tree::value).forEach(names::add);
        return names;
    }

    /** Lists with a schema for each position are read as lists of anything. */
    private Optional<JsonShape> items(Tree schema) {
        return schema.field("items")
                .filter(items -> items.kind() == Tree.Kind.OBJECT)
                .map(this::read);
    }
}
