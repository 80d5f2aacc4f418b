package org.tongwen.mappings.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;

/**
 * Reads quickly judged rules out of a JSON Schema. What it does not know, or finds in another form than it knows, becomes
 * {@link SchemaRule#UNFAMILIAR}; a schema without anything unfamiliar keeps the metaschema, which therefore need not be asked.
 */
final class SchemaRuleReader {

    /** Says nothing of values. In draft-07 the validator may take {@code format} for a demand. */
    private static final Set<String> TEXTS = Set.of("title", "description", "$comment");

    private static final Map<String, Tree.Kind> KINDS = Map.of(
            "object", Tree.Kind.OBJECT,
            "array", Tree.Kind.LIST,
            "string", Tree.Kind.TEXT,
            "number", Tree.Kind.NUMBER,
            "integer", Tree.Kind.NUMBER,
            "boolean", Tree.Kind.BOOLEAN,
            "null", Tree.Kind.NULL);

    private final JsonSchemaReferences references;
    private final boolean draft07;
    private final Tree root;
    private final Map<Tree, Reading> readings = new IdentityHashMap<>();
    private boolean familiar = true;

    /** A schema that is being read: a reference back to it finds its rule when the reading has ended. */
    private static final class Reading implements SchemaRule {
        private @Nullable SchemaRule rule;

        @Override
        public SchemaVerdict judge(Tree value) {
            SchemaRule known = rule;
            return known == null ? SchemaVerdict.UNKNOWN : known.judge(value);
        }
    }

    /**
     * What was read.
     *
     * @param rule judges documents
     * @param familiar whether all of the schema is known, which makes it a sound schema
     */
    record Result(SchemaRule rule, boolean familiar) {}

    private SchemaRuleReader(Tree root) {
        this.root = root;
        this.references = new JsonSchemaReferences(root);
        this.draft07 =
                root.field("$schema").map(Tree::value).orElse("").startsWith("http://json-schema.org/draft-07/schema");
    }

    static Result read(Tree schema) {
        SchemaRuleReader reader = new SchemaRuleReader(schema);
        SchemaRule rule = reader.schema(schema);
        return new Result(rule, reader.familiar);
    }

    private SchemaRule unfamiliar() {
        familiar = false;
        return SchemaRule.UNFAMILIAR;
    }

    private SchemaRule schema(Tree schema) {
        if (schema.kind() == Tree.Kind.BOOLEAN) {
            return schema.value().equals("true") ? SchemaRule.ANYTHING : SchemaRule.NOTHING;
        }
        Reading before = readings.get(schema);
        if (before != null) {
            return before;
        }
        if (schema.kind() != Tree.Kind.OBJECT) {
            return unfamiliar();
        }
        Reading reading = new Reading();
        readings.put(schema, reading);
        SchemaRule rule = keywords(schema);
        reading.rule = rule;
        return rule;
    }

    private SchemaRule keywords(Tree schema) {
        if (draft07
                && schema.has("$ref")
                && !TEXTS.containsAll(without(schema.fields().keySet(), "$ref"))) {
            // Draft-07 passes over what stands beside a reference.
            return unfamiliar();
        }
        List<SchemaRule> rules = new ArrayList<>();
        schema.fields().forEach((name, value) -> {
            SchemaRule rule = keyword(name, value, schema);
            if (rule != SchemaRule.ANYTHING) {
                rules.add(rule);
            }
        });
        return SchemaRule.All.of(rules);
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> others = new HashSet<>(names);
        others.remove(name);
        return others;
    }

    private SchemaRule keyword(String name, Tree value, Tree schema) {
        if (TEXTS.contains(name)) {
            return value.kind() == Tree.Kind.TEXT ? SchemaRule.ANYTHING : unfamiliar();
        }
        return switch (name) {
            case "$schema" ->
                schema == root && JsonSchemaCheck.dialect(root).isPresent() ? SchemaRule.ANYTHING : unfamiliar();
            case "$id" -> schema == root && isPlainId(value) ? SchemaRule.ANYTHING : unfamiliar();
            case "default" -> SchemaRule.ANYTHING;
            case "examples" -> value.kind() == Tree.Kind.LIST ? SchemaRule.ANYTHING : unfamiliar();
            case "format" -> !draft07 && value.kind() == Tree.Kind.TEXT ? SchemaRule.ANYTHING : unfamiliar();
            case "$defs", "definitions" -> definitions(value, !draft07 || name.equals("definitions"));
            case "$ref" -> references.target(value).map(this::schema).orElseGet(this::unfamiliar);
            case "type" -> type(value);
            case "enum" -> value.kind() == Tree.Kind.LIST ? oneOf(value.items()) : unfamiliar();
            case "const" -> oneOf(List.of(value));
            case "pattern" -> pattern(value);
            case "required" ->
                texts(value).<SchemaRule>map(SchemaRule.Required::new).orElseGet(this::unfamiliar);
            case "properties" -> fields(schema, value);
            case "additionalProperties" ->
                schema.has("properties") ? SchemaRule.ANYTHING : fields(schema, schema.emptied());
            case "items" -> schema.has("prefixItems") ? unfamiliar() : new SchemaRule.Items(schema(value));
            case "allOf" -> schemas(value, SchemaRule.All::of);
            case "anyOf" -> schemas(value, rules -> new SchemaRule.Some(rules, 1, rules.size()));
            case "oneOf" -> schemas(value, rules -> new SchemaRule.Some(rules, 1, 1));
            case "not" -> new SchemaRule.Not(schema(value));
            case "if" -> condition(schema, value);
            case "then", "else" -> schema.has("if") ? SchemaRule.ANYTHING : schemaWithoutIf(value);
            default -> measure(name, value);
        };
    }

    private SchemaRule measure(String name, Tree value) {
        return switch (name) {
            case "minLength" -> count(value, least -> new SchemaRule.Length(least, Integer.MAX_VALUE));
            case "maxLength" -> count(value, most -> new SchemaRule.Length(0, most));
            case "minItems" -> count(value, least -> new SchemaRule.Size(Tree.Kind.LIST, least, Integer.MAX_VALUE));
            case "maxItems" -> count(value, most -> new SchemaRule.Size(Tree.Kind.LIST, 0, most));
            case "minProperties" ->
                count(value, least -> new SchemaRule.Size(Tree.Kind.OBJECT, least, Integer.MAX_VALUE));
            case "maxProperties" -> count(value, most -> new SchemaRule.Size(Tree.Kind.OBJECT, 0, most));
            case "minimum" -> number(value, limit -> new SchemaRule.Limit(limit, true, true));
            case "maximum" -> number(value, limit -> new SchemaRule.Limit(limit, false, true));
            case "exclusiveMinimum" -> number(value, limit -> new SchemaRule.Limit(limit, true, false));
            case "exclusiveMaximum" -> number(value, limit -> new SchemaRule.Limit(limit, false, false));
            default -> unfamiliar();
        };
    }

    private static boolean isPlainId(Tree id) {
        return id.kind() == Tree.Kind.TEXT && id.value().matches("https?://[A-Za-z0-9.]+(/[A-Za-z0-9._-]+)*");
    }

    /** Definitions are judged where they are referred to; here they must only be schemas. */
    private SchemaRule definitions(Tree value, boolean known) {
        if (!known || value.kind() != Tree.Kind.OBJECT) {
            return unfamiliar();
        }
        value.fields().values().forEach(this::schema);
        return SchemaRule.ANYTHING;
    }

    /** Branches without a condition say nothing, but must be schemas. */
    private SchemaRule schemaWithoutIf(Tree branch) {
        schema(branch);
        return SchemaRule.ANYTHING;
    }

    private SchemaRule condition(Tree schema, Tree condition) {
        return new SchemaRule.If(
                schema(condition),
                schema.field("then").map(this::schema).orElse(SchemaRule.ANYTHING),
                schema.field("else").map(this::schema).orElse(SchemaRule.ANYTHING));
    }

    private SchemaRule type(Tree value) {
        Optional<List<String>> names =
                value.kind() == Tree.Kind.TEXT ? Optional.of(List.of(value.value())) : texts(value);
        if (names.isEmpty() || names.get().isEmpty() || !KINDS.keySet().containsAll(names.get())) {
            return unfamiliar();
        }
        Set<Tree.Kind> kinds = EnumSet.noneOf(Tree.Kind.class);
        names.get().stream()
                .filter(name -> !name.equals("integer"))
                .map(KINDS::get)
                .forEach(kinds::add);
        return new SchemaRule.Kinds(kinds, names.get().contains("integer"));
    }

    private SchemaRule oneOf(List<Tree> values) {
        Map<String, Set<Tree.Kind>> allowed = new HashMap<>();
        for (Tree value : values) {
            Optional<String> key = SchemaRule.OneOf.key(value).filter(text -> value.isLeaf());
            boolean isNew = key.isPresent()
                    && allowed.computeIfAbsent(key.get(), text -> EnumSet.noneOf(Tree.Kind.class))
                            .add(value.kind());
            if (!isNew) {
                return unfamiliar();
            }
        }
        return values.isEmpty() ? unfamiliar() : new SchemaRule.OneOf(allowed);
    }

    private SchemaRule pattern(Tree value) {
        try {
            return value.kind() == Tree.Kind.TEXT
                    ? new SchemaRule.Matching(new SchemaPattern(value.value()))
                    : unfamiliar();
        } catch (PatternSyntaxException e) {
            return unfamiliar();
        }
    }

    private SchemaRule fields(Tree schema, Tree properties) {
        if (properties.kind() != Tree.Kind.OBJECT || schema.has("patternProperties")) {
            return unfamiliar();
        }
        Map<String, SchemaRule> known = new HashMap<>();
        properties.fields().forEach((name, field) -> known.put(name, schema(field)));
        SchemaRule other =
                schema.field("additionalProperties").map(this::schema).orElse(SchemaRule.ANYTHING);
        return new SchemaRule.Fields(known, other);
    }

    private SchemaRule schemas(Tree list, Function<List<SchemaRule>, SchemaRule> rule) {
        return list.kind() == Tree.Kind.LIST && !list.items().isEmpty()
                ? rule.apply(list.items().stream().map(this::schema).toList())
                : unfamiliar();
    }

    private SchemaRule count(Tree value, Function<Integer, SchemaRule> rule) {
        boolean plain = value.kind() == Tree.Kind.NUMBER && value.value().matches("[0-9]{1,9}");
        return plain ? rule.apply(Integer.valueOf(value.value())) : unfamiliar();
    }

    private SchemaRule number(Tree value, Function<BigDecimal, SchemaRule> rule) {
        return Optional.of(value)
                .filter(limit -> limit.kind() == Tree.Kind.NUMBER)
                .flatMap(limit -> JsonNumber.exact(limit.value()))
                .map(rule)
                .orElseGet(this::unfamiliar);
    }

    /** The texts of a list in which none stands twice. */
    private static Optional<List<String>> texts(Tree list) {
        boolean plain =
                list.kind() == Tree.Kind.LIST && list.items().stream().allMatch(item -> item.kind() == Tree.Kind.TEXT);
        List<String> texts = list.items().stream().map(Tree::value).toList();
        return plain && new HashSet<>(texts).size() == texts.size() ? Optional.of(texts) : Optional.empty();
    }
}
