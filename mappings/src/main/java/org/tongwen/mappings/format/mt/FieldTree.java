package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;

/** The tree of one field, built component by component. */
final class FieldTree {

    private final FieldPlace place;
    private final int start;
    private @Nullable Tree root;

    private FieldTree(FieldPlace place, int start, @Nullable Tree root) {
        this.place = place;
        this.start = start;
        this.root = root;
    }

    /** A tree of which nothing is there yet, for a field that begins at an offset. */
    static FieldTree empty(FieldPlace place, int start) {
        return new FieldTree(place, start, null);
    }

    /** Adds components to an object that is there already. */
    static FieldTree into(Tree object, FieldPlace place) {
        return new FieldTree(place, 0, object);
    }

    /** An object with one value that is not among the components: it stands in the tag, and its place is that of the field. */
    static FieldTree with(String name, String value, FieldPlace place, int start) {
        Tree object = Tree.at(place, start, Tree.Kind.OBJECT, "");
        object.put(name, Tree.at(place.below(), start, Tree.Kind.TEXT, value));
        return new FieldTree(place, start, object);
    }

    FieldPlace place() {
        return place;
    }

    Optional<Tree> root() {
        return Optional.ofNullable(root);
    }

    /** Puts a value that stands in a text from one offset to before another. */
    void put(Component component, Source source, int from, int to) {
        FieldPlace own = source == place.source() ? place : place.in(source);
        String value = component.value(source.text(), from, to);
        Tree leaf = Tree.at(own, from, Tree.Kind.TEXT, value);
        if (component.many()) {
            list(component, own, from).add(leaf);
        } else if (component.last().isEmpty()) {
            root = leaf;
        } else {
            holder(component, own, from).put(component.last(), leaf);
        }
    }

    /** The path that the next value of that component gets. */
    String next(Component component) {
        String name = component.name();
        return component.many()
                ? place.path()
                        .of(name, find(name).map(list -> list.items().size()).orElse(0) + 1)
                : place.path().of(name);
    }

    /** The value of that name, if there is one. */
    Optional<Tree> find(String name) {
        Optional<Tree> tree = root();
        int start = 0;
        while (start < name.length() && tree.isPresent()) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            tree = tree.get().field(name.substring(start, end));
            start = end + 1;
        }
        return tree;
    }

    private Tree list(Component component, FieldPlace own, int from) {
        if (component.last().isEmpty()) {
            Tree list = root;
            if (list == null) {
                list = Tree.at(own, from, Tree.Kind.LIST, "");
                root = list;
            }
            return list;
        }
        return inside(holder(component, own, from), component.last(), Tree.Kind.LIST, own, from);
    }

    /** The object that a component's value stands in. */
    private Tree holder(Component component, FieldPlace own, int from) {
        Tree holder = root;
        if (holder == null) {
            holder = Tree.at(place, start, Tree.Kind.OBJECT, "");
            root = holder;
        }
        List<String> steps = component.holders();
        for (int i = 0; i < steps.size(); i++) {
            holder = inside(holder, steps.get(i), Tree.Kind.OBJECT, own, from);
        }
        return holder;
    }

    private static Tree inside(Tree object, String name, Tree.Kind kind, FieldPlace own, int from) {
        Optional<Tree> there = object.field(name);
        if (there.isPresent()) {
            return there.get();
        }
        Tree inside = Tree.at(own, from, kind, "");
        object.put(name, inside);
        return inside;
    }
}
