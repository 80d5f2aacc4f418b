package org.tongwen.mappings.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Place;

/**
 * A value of an institution's document as conditions see it. Explicit nothings are not there.
 *
 * @param tree the value; an item when it stands in a list
 */
public record TreeSubject(Tree tree) implements Subject {

    @Override
    public Subject root() {
        Tree root = tree;
        for (Optional<Tree> above = root.parent(); above.isPresent(); above = root.parent()) {
            root = above.get();
        }
        return root == tree ? this : new TreeSubject(root);
    }

    @Override
    public String text() {
        return tree.kind() == Tree.Kind.NULL ? "" : tree.value();
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.empty();
    }

    @Override
    public boolean isThere() {
        return isThere(tree);
    }

    private static boolean isThere(Tree tree) {
        if (tree.isLeaf()) {
            return tree.kind() != Tree.Kind.NULL && !tree.value().isEmpty();
        }
        List<Tree> below = tree.children();
        for (int i = 0; i < below.size(); i++) {
            if (isThere(below.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The fields of a list are those of its items. */
    @Override
    public boolean some(String name, Predicate<? super Subject> test) {
        return some(tree, name, test);
    }

    /** What a value stands in; a list is none of its own. */
    private static Optional<Tree> around(Tree tree) {
        Optional<Tree> above = tree.parent();
        return above.isPresent() && above.get().kind() == Tree.Kind.LIST
                ? above.get().parent()
                : above;
    }

    private static boolean some(Tree tree, String name, Predicate<? super Subject> test) {
        if (name.equals(AROUND)) {
            return around(tree)
                    .filter(found -> test.test(new TreeSubject(found)))
                    .isPresent();
        }
        if (tree.kind() == Tree.Kind.LIST) {
            List<Tree> items = tree.items();
            for (int i = 0; i < items.size(); i++) {
                if (some(items.get(i), name, test)) {
                    return true;
                }
            }
            return false;
        }
        Optional<Tree> field = tree.field(name);
        return field.isPresent() && passes(field.get(), test);
    }

    private static boolean passes(Tree value, Predicate<? super Subject> test) {
        if (value.kind() != Tree.Kind.LIST) {
            return value.kind() != Tree.Kind.NULL && test.test(new TreeSubject(value));
        }
        List<Tree> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            if (passes(items.get(i), test)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Place place() {
        return tree.place();
    }
}
