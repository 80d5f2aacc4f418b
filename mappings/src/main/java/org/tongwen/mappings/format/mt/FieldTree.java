package org.tongwen.mappings.format.mt;

import java.util.Optional;
import org.tongwen.mappings.tree.Tree;

/** The tree of one field, built component by component. */
final class FieldTree {

    private final FieldPath path;
    private Optional<Tree> root;

    private FieldTree(FieldPath path, Optional<Tree> root) {
        this.path = path;
        this.root = root;
    }

    static FieldTree empty(FieldPath path) {
        return new FieldTree(path, Optional.empty());
    }

    /** Adds components to an object that is there already. */
    static FieldTree into(Tree object, FieldPath path) {
        return new FieldTree(path, Optional.of(object));
    }

    Optional<Tree> root() {
        return root;
    }

    void put(Component component, Slice text) {
        Tree leaf = Tree.text(text.text(), text.place(next(component)));
        String name = component.name();
        if (name.isEmpty() && !component.many()) {
            root = Optional.of(leaf);
        } else if (component.many()) {
            list(name, text).add(leaf);
        } else {
            holder(name, text).put(last(name), leaf);
        }
    }

    /** The path that the next value of that component gets. */
    String next(Component component) {
        String name = component.name();
        return component.many() ? path.of(name, count(name) + 1) : path.of(name);
    }

    /** The value of that name, if there is one. */
    Optional<Tree> find(String name) {
        Optional<Tree> tree = root;
        for (String step : name.isEmpty() ? new String[0] : name.split("\\.")) {
            tree = tree.flatMap(above -> above.field(step));
        }
        return tree;
    }

    private int count(String name) {
        return find(name).map(list -> list.items().size()).orElse(0);
    }

    private Tree list(String name, Slice text) {
        Optional<Tree> there = find(name);
        if (there.isPresent()) {
            return there.get();
        }
        Tree list = Tree.list(text.place(path.of(name)));
        if (name.isEmpty()) {
            root = Optional.of(list);
        } else {
            holder(name, text).put(last(name), list);
        }
        return list;
    }

    /** The object that a name's last step belongs to. */
    private Tree holder(String name, Slice text) {
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            return object(name.substring(0, dot), text);
        }
        if (root.isEmpty()) {
            root = Optional.of(Tree.object(text.place(path.path())));
        }
        return root.get();
    }

    private Tree object(String name, Slice text) {
        Optional<Tree> there = find(name);
        if (there.isPresent()) {
            return there.get();
        }
        Tree object = Tree.object(text.place(path.of(name)));
        holder(name, text).put(last(name), object);
        return object;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
