package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/**
 * A place in the institution's document while it is being built. The objects around a value come into being when the value is put,
 * so that a group without values leaves no trace.
 */
final class Slot {

    private final @Nullable Slot above;
    private final SourcePath.@Nullable Step step;
    private @Nullable Tree tree;

    private Slot(@Nullable Slot above, SourcePath.@Nullable Step step, @Nullable Tree tree) {
        this.above = above;
        this.step = step;
        this.tree = tree;
    }

    /** The whole document, empty. */
    static Slot root() {
        return new Slot(null, null, Tree.object(Place.NOWHERE));
    }

    /** The place of a value that is there. */
    static Slot of(Tree tree) {
        return new Slot(tree.parent().map(Slot::of).orElse(null), null, tree);
    }

    private Slot top() {
        Slot top = this;
        for (Slot next = top.above; next != null; next = top.above) {
            top = next;
        }
        return top;
    }

    /** The slot at a path, whether there is something yet or not. */
    Slot at(SourcePath path) {
        Slot slot = path.fromRoot() ? top() : this;
        for (SourcePath.Step next : path.steps()) {
            slot = new Slot(slot, next, null);
        }
        return slot;
    }

    /**
     * Puts a value at a path from here.
     *
     * @return whether there was none yet, or the same
     */
    boolean put(SourcePath path, Tree value) {
        List<SourcePath.Step> steps = path.steps();
        if (steps.isEmpty() || path.selects()) {
            return at(path).put(value);
        }
        Tree around = (path.fromRoot() ? top() : this).object();
        for (int i = 0; i < steps.size() - 1; i++) {
            String name = steps.get(i).name();
            Optional<Tree> next = around.field(name);
            if (next.isEmpty()) {
                next = Optional.of(Tree.object(Place.NOWHERE));
                around.put(name, next.get());
            }
            around = next.get();
        }
        String name = steps.get(steps.size() - 1).name();
        Optional<Tree> before = around.field(name);
        if (before.isEmpty()) {
            around.put(name, value);
        }
        return before.isEmpty() || before.get().isSameAs(value);
    }

    /** The nearest object that is there already: what formulas are seen from. */
    Tree context() {
        Slot slot = this;
        Optional<Tree> found = slot.existing();
        while (found.isEmpty() && slot.above != null) {
            slot = slot.above;
            found = slot.existing();
        }
        return found.orElseThrow();
    }

    /** A new item of the list at a path. */
    Slot item(SourcePath path, Tree item) {
        Slot slot = at(path);
        slot.list().add(item);
        return new Slot(slot, null, item);
    }

    /** A new item of a list of values; its value is put later. */
    Slot valueItem(SourcePath path) {
        return new Slot(at(path), null, null);
    }

    /** A new item in the list of an item that is there. */
    static Slot besides(Slot item, Tree other) {
        Slot list = Objects.requireNonNull(item.above);
        list.list().add(other);
        return new Slot(list, null, other);
    }

    /** What stands here already. */
    Optional<Tree> existing() {
        Slot around = above;
        SourcePath.Step next = step;
        if (tree != null || around == null || next == null) {
            return Optional.ofNullable(tree);
        }
        Optional<Tree> found = around.existing().flatMap(object -> object.field(next.name()));
        return next.select().isEmpty() ? found : found.flatMap(next.select().get()::in);
    }

    /**
     * Puts a value here.
     *
     * @return whether there was none yet, or the same
     */
    boolean put(Tree value) {
        Optional<Tree> before = existing();
        if (before.isPresent()) {
            return before.get().isSameAs(value);
        }
        Slot around = above;
        SourcePath.Step next = step;
        if (around != null && next != null) {
            around.object().put(next.name(), value);
        } else if (around != null) {
            around.list().add(value);
            tree = value;
        }
        return true;
    }

    /** The object here, made if there is none. */
    Tree object() {
        return existing().orElseGet(this::makeObject);
    }

    private Tree makeObject() {
        Tree made = Tree.object(Place.NOWHERE);
        Slot around = above;
        SourcePath.Step next = step;
        if (around != null && next != null) {
            if (next.select().isPresent()) {
                SourcePath.Select select = next.select().get();
                if (!select.isFirst()) {
                    made.put(select.field(), Tree.text(select.value(), Place.NOWHERE));
                }
                new Slot(around, new SourcePath.Step(next.name(), Optional.empty()), null)
                        .list()
                        .add(made);
            } else {
                around.object().put(next.name(), made);
            }
        }
        tree = made;
        return made;
    }

    private Tree list() {
        Optional<Tree> found = existing();
        if (found.isPresent()) {
            return found.get();
        }
        Tree made = Tree.list(Place.NOWHERE);
        put(made);
        return made;
    }
}
