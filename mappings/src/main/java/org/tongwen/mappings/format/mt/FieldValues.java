package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** The values of a field by component, taken one by one as they are written. */
final class FieldValues {

    /** A value of a component; in a list with its number, counted from 1. */
    record Value(Tree leaf, String component, int number) {

        String path(FieldPath field) {
            return number == 0 ? field.of(component) : field.of(component, number);
        }
    }

    private final Tree field;
    private final String except;
    private final @Nullable Tree[] values;
    private final int[] taken;
    private int left;

    /**
     * The values of a field with that rule.
     *
     * @param except the name of one that is not written
     */
    FieldValues(FieldRule rule, Tree field, String except) {
        this.field = field;
        this.except = except;
        this.values = new Tree[rule.slotCount()];
        this.taken = new int[values.length];
        collect(field, rule.names());
    }

    /** The values of a field with that rule. */
    FieldValues(FieldRule rule, Tree field) {
        this(rule, field, "");
    }

    /** Finds the values of components, and counts them with those that no component has. */
    private void collect(Tree tree, @Nullable ComponentNames names) {
        int slot = names == null ? ComponentNames.NONE : names.slot();
        if (slot >= 0) {
            values[slot] = tree;
        }
        if (tree.isLeaf()) {
            left += tree.kind() == Tree.Kind.NULL ? 0 : 1;
            return;
        }
        List<Tree> below = tree.children();
        for (int i = 0; i < below.size(); i++) {
            Tree value = below.get(i);
            if (tree.kind() == Tree.Kind.LIST) {
                left += value.isLeaf() && value.kind() != Tree.Kind.NULL ? 1 : 0;
            } else if (tree != field || !value.label().equals(except)) {
                collect(value, names == null ? null : names.below(value.label()));
            }
        }
    }

    /** Gives a component a value that it does not have. */
    void otherwise(int component, String text) {
        if (component >= 0 && !has(component)) {
            values[component] = Tree.text(text, Place.NOWHERE);
            left++;
        }
    }

    boolean has(int component) {
        return next(component) != null;
    }

    /** The value of a component that comes next, which stays where it is. */
    @Nullable
    Tree next(int component) {
        Tree value = values[component];
        if (value == null) {
            return null;
        }
        if (value.kind() != Tree.Kind.LIST) {
            return taken[component] == 0 && isValue(value) ? value : null;
        }
        int item = item(value, taken[component]);
        return item < value.children().size() ? value.children().get(item) : null;
    }

    /** Takes the value that comes next; gives its number in a list, counted from 1, or 0 when it is in none. */
    int take(int component) {
        Tree value = values[component];
        boolean list = value != null && value.kind() == Tree.Kind.LIST;
        int number = value != null && list ? item(value, taken[component]) + 1 : 0;
        taken[component] = Math.max(1, number);
        left--;
        return number;
    }

    /** The position of the next item with a value. */
    private static int item(Tree list, int from) {
        List<Tree> items = list.children();
        int at = from;
        while (at < items.size() && !isValue(items.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean isValue(Tree tree) {
        return tree.isLeaf() && tree.kind() != Tree.Kind.NULL;
    }

    boolean isEmpty() {
        return left == 0;
    }

    /** What has not been taken of the values with such names. */
    List<Value> rest(Predicate<String> names) {
        List<Value> rest = new ArrayList<>();
        rest(field, "", rest, names);
        return rest;
    }

    private void rest(Tree tree, String name, List<Value> rest, Predicate<String> names) {
        if (tree.kind() == Tree.Kind.OBJECT) {
            tree.fields().forEach((key, value) -> rest(value, name.isEmpty() ? key : name + "." + key, rest, names));
        } else if (!name.equals(except) && names.test(name)) {
            int from = taken(tree);
            List<Tree> leaves = tree.isLeaf() ? List.of(tree) : tree.items();
            for (int i = from; i < leaves.size(); i++) {
                if (leaves.get(i).isLeaf() && leaves.get(i).kind() != Tree.Kind.NULL) {
                    rest.add(new Value(leaves.get(i), name, tree.isLeaf() ? 0 : i + 1));
                }
            }
        }
    }

    private int taken(Tree value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return taken[i];
            }
        }
        return 0;
    }
}
