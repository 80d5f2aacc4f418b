package org.tongwen.mappings.format;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Bounds;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/**
 * What a JSON Schema says of one value, as far as mappings and writers need it.
 *
 * @param kinds the kinds of value allowed, in the schema's order; empty when the schema does not say
 * @param maxLength greatest length of a text
 * @param bounds what else is said of numbers and texts
 * @param values the values allowed; empty when the schema does not list them
 * @param fields fields of an object, in the schema's order
 * @param required names of the fields that must be there
 * @param items what stands in a list
 */
record JsonShape(
        Set<Tree.Kind> kinds,
        OptionalInt maxLength,
        Bounds bounds,
        List<String> values,
        Map<String, JsonShape> fields,
        Set<String> required,
        Optional<JsonShape> items) {

    /** An object of which nothing else is said. */
    static final JsonShape OBJECT = new JsonShape(
            Set.of(Tree.Kind.OBJECT),
            OptionalInt.empty(),
            Bounds.NONE,
            List.of(),
            Map.of(),
            Set.of(),
            Optional.empty());

    /** Nothing is said: any value will do. */
    static final JsonShape ANY =
            new JsonShape(Set.of(), OptionalInt.empty(), Bounds.NONE, List.of(), Map.of(), Set.of(), Optional.empty());

    JsonShape {
        kinds = Collections.unmodifiableSet(new LinkedHashSet<>(kinds));
        values = List.copyOf(values);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        required = Set.copyOf(required);
    }

    /** The shape of a field, or {@link #ANY} for one that the schema does not name. */
    JsonShape field(String name) {
        return fields.getOrDefault(name, ANY);
    }

    /** The shape of a list's items. */
    JsonShape item() {
        return items.orElse(ANY);
    }

    /** Both hold ({@code allOf}). */
    JsonShape and(JsonShape other) {
        return new JsonShape(
                both(kinds, other.kinds),
                least(maxLength, other.maxLength),
                bounds.and(other.bounds),
                List.copyOf(both(values, other.values)),
                merge(other, JsonShape::and),
                union(required, other.required),
                merge(items, other.items, JsonShape::and));
    }

    /** One of them holds ({@code anyOf}). */
    JsonShape or(JsonShape other) {
        if (isNull() || other.isNull()) {
            return isNull() ? other.nullable() : nullable();
        }
        return new JsonShape(
                either(kinds, other.kinds),
                greatest(maxLength, other.maxLength),
                bounds.or(other.bounds),
                List.copyOf(either(values, other.values)),
                merge(other, JsonShape::or),
                common(required, other.required),
                merge(items, other.items, JsonShape::or));
    }

    /** What this one says, and where it is silent, what the other says. */
    JsonShape completedBy(JsonShape other) {
        return new JsonShape(
                kinds.isEmpty() ? other.kinds : kinds,
                maxLength.isPresent() ? maxLength : other.maxLength,
                bounds.equals(Bounds.NONE) ? other.bounds : bounds,
                values.isEmpty() ? other.values : values,
                merge(other, (here, there) -> here),
                union(required, other.required),
                merge(items, other.items, JsonShape::completedBy));
    }

    /** The same as mappings see it. */
    SourceField sourceField(boolean needed) {
        Map<String, SourceField> below = new LinkedHashMap<>();
        fields.forEach(
                (name, field) -> below.put(name, field.sourceField(required.contains(name) && !field.allowsNull())));
        return new SourceField(
                kind(), needed, maxLength, values, below, list(items.map(item -> item.sourceField(true))), bounds);
    }

    private Tree.Kind kind() {
        Optional<Tree.Kind> said =
                kinds.stream().filter(kind -> kind != Tree.Kind.NULL).findFirst();
        return said.orElse(!fields.isEmpty() ? Tree.Kind.OBJECT : items.isPresent() ? Tree.Kind.LIST : Tree.Kind.TEXT);
    }

    private Optional<SourceField> list(Optional<SourceField> item) {
        SourceField any = SourceField.leaf(Tree.Kind.TEXT, true);
        return kind() == Tree.Kind.LIST ? Optional.of(item.orElse(any)) : Optional.empty();
    }

    /** An explicit nothing counts as absent, so a field that may hold it need not be there. */
    private boolean allowsNull() {
        return kinds.contains(Tree.Kind.NULL);
    }

    private boolean isNull() {
        return kinds.equals(Set.of(Tree.Kind.NULL));
    }

    private JsonShape nullable() {
        Set<Tree.Kind> more = kinds.isEmpty() ? kinds : union(kinds, Set.of(Tree.Kind.NULL));
        return new JsonShape(more, maxLength, bounds, values, fields, required, items);
    }

    private Map<String, JsonShape> merge(JsonShape other, BinaryOperator<JsonShape> how) {
        Map<String, JsonShape> all = new LinkedHashMap<>(fields);
        other.fields.forEach((name, field) -> all.merge(name, field, how));
        return all;
    }

    private static Optional<JsonShape> merge(
            Optional<JsonShape> one, Optional<JsonShape> other, BinaryOperator<JsonShape> how) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(how.apply(one.get(), other.get()))
                : one.or(() -> other);
    }

    /** What is in both; an empty side is silent and restricts nothing. */
    private static <T> Set<T> both(Collection<T> one, Collection<T> other) {
        return one.isEmpty()
                ? new LinkedHashSet<>(other)
                : other.isEmpty() ? new LinkedHashSet<>(one) : common(one, other);
    }

    private static <T> Set<T> common(Collection<T> one, Collection<T> other) {
        return one.stream().filter(other::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is in one of them; an empty side is silent and allows anything. */
    private static <T> Set<T> either(Collection<T> one, Collection<T> other) {
        return one.isEmpty() || other.isEmpty() ? Set.of() : union(one, other);
    }

    private static <T> Set<T> union(Collection<T> one, Collection<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static OptionalInt least(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
                : one.isPresent() ? one : other;
    }

    private static OptionalInt greatest(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()))
                : OptionalInt.empty();
    }
}
