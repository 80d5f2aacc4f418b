package org.tongwen.mappings.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an institution's format says of one value: the source schema as mappings see it.
 *
 * @param kind what the value is
 * @param required whether it must be there
 * @param maxLength greatest length of a text in characters, where the schema limits it
 * @param values the values allowed, empty when any is
 * @param fields the fields of an object, in the schema's order
 * @param items what stands in a list; empty unless the kind is a list
 * @param bounds what else the schema says of its values
 */
public record SourceField(
        Tree.Kind kind,
        boolean required,
        OptionalInt maxLength,
        List<String> values,
        Map<String, SourceField> fields,
        Optional<SourceField> items,
        Bounds bounds) {

    /** Copies values and fields. */
    public SourceField {
        values = List.copyOf(values);
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A field of which nothing more is said. */
    public SourceField(
            Tree.Kind kind,
            boolean required,
            OptionalInt maxLength,
            List<String> values,
            Map<String, SourceField> fields,
            Optional<SourceField> items) {
        this(kind, required, maxLength, values, fields, items, Bounds.NONE);
    }

    /** A leaf of that kind without limits. */
    public static SourceField leaf(Tree.Kind kind, boolean required) {
        return new SourceField(kind, required, OptionalInt.empty(), List.of(), Map.of(), Optional.empty());
    }

    /** A text of limited length. */
    public static SourceField text(boolean required, int maxLength) {
        return new SourceField(
                Tree.Kind.TEXT, required, OptionalInt.of(maxLength), List.of(), Map.of(), Optional.empty());
    }

    /** An object with these fields. */
    public static SourceField object(boolean required, Map<String, SourceField> fields) {
        return new SourceField(Tree.Kind.OBJECT, required, OptionalInt.empty(), List.of(), fields, Optional.empty());
    }

    /** A list of such items. */
    public static SourceField list(boolean required, SourceField item) {
        return new SourceField(Tree.Kind.LIST, required, OptionalInt.empty(), List.of(), Map.of(), Optional.of(item));
    }

    /** The field of that name, of an object or of each item of a list. */
    public Optional<SourceField> field(String name) {
        return items.isPresent() ? items.get().field(name) : Optional.ofNullable(fields.get(name));
    }
}
