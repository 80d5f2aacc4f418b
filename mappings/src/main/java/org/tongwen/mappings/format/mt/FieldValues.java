package org.tongwen.mappings.format.mt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** The values of a field by component, taken away one by one as they are written. */
final class FieldValues {

    /** A value of a component; in a list with its number, counted from 1. */
    record Value(Tree leaf, String component, int number) {

        String path(FieldPath field) {
            return number == 0 ? field.of(component) : field.of(component, number);
        }
    }

    private final Map<String, Deque<Value>> values = new LinkedHashMap<>();

    FieldValues(Tree field) {
        collect(field, "");
    }

    private void collect(Tree tree, String name) {
        switch (tree.kind()) {
            case OBJECT ->
                tree.fields().forEach((key, value) -> collect(value, name.isEmpty() ? key : name + "." + key));
            case LIST -> list(tree, name);
            case NULL -> {}
            default -> add(name, new Value(tree, name, 0));
        }
    }

    private void list(Tree list, String name) {
        for (int i = 0; i < list.items().size(); i++) {
            Tree item = list.items().get(i);
            if (item.isLeaf() && item.kind() != Tree.Kind.NULL) {
                add(name, new Value(item, name, i + 1));
            }
        }
    }

    private void add(String name, Value value) {
        values.computeIfAbsent(name, key -> new ArrayDeque<>()).add(value);
    }

    /** The same values but for those of a component that is not written. */
    FieldValues without(String component) {
        values.remove(component);
        return this;
    }

    /** Gives a component a value that it does not have. */
    void otherwise(String component, String text) {
        if (!has(component)) {
            add(component, new Value(Tree.text(text, Place.NOWHERE), component, 0));
        }
    }

    boolean has(String component) {
        return next(component).isPresent();
    }

    /** The value that comes next, which stays where it is. */
    Optional<Value> next(String component) {
        return Optional.ofNullable(values.get(component)).map(Deque::peek);
    }

    Optional<Value> take(String component) {
        return Optional.ofNullable(values.get(component)).map(Deque::poll);
    }

    boolean isEmpty() {
        return rest().findAny().isEmpty();
    }

    /** What has not been taken. */
    Stream<Value> rest() {
        return values.values().stream().flatMap(Deque::stream);
    }
}
