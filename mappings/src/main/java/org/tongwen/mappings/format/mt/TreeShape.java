package org.tongwen.mappings.format.mt;

import java.util.Set;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Checks that a tree to be written has only what the layout knows, objects where it has objects and lists where it has lists. */
final class TreeShape {

    private final Draft draft;
    private final Set<String> groups;

    TreeShape(Layout layout, Draft draft) {
        this.draft = draft;
        this.groups = layout.groups();
    }

    void check(Tree tree, SourceField schema) {
        tree.fields()
                .forEach((name, value) -> schema.field(name)
                        .ifPresentOrElse(field -> check(value, field, path(name)), () -> unknown(value, path(name))));
    }

    private String path(String name) {
        return isEntry(name) ? FieldPath.field(MtNames.tag(name)).path() : name;
    }

    /** Whether a name is that of a field or group rather than of a component. */
    private boolean isEntry(String name) {
        return name.startsWith("_") || groups.contains(name);
    }

    private void check(Tree tree, SourceField field, String path) {
        if (tree.kind() == Tree.Kind.NULL) {
            return;
        }
        boolean container = tree.kind() == field.kind();
        switch (field.kind()) {
            case OBJECT -> {
                expect(container, tree, path, "an object");
                tree.fields().forEach((name, value) -> member(field, name, value, path));
            }
            case LIST -> {
                expect(container, tree, path, "a list");
                items(tree, field, path);
            }
            default -> expect(tree.isLeaf(), tree, path, "a text");
        }
    }

    private void items(Tree list, SourceField field, String path) {
        for (int i = 0; i < list.items().size(); i++) {
            int number = i + 1;
            Tree item = list.items().get(i);
            field.items().ifPresent(each -> check(item, each, path + "[" + number + "]"));
        }
    }

    private void member(SourceField object, String name, Tree value, String path) {
        String own = switch (path) {
            case MtNames.USER -> "3:" + MtNames.tag(name);
            case MtNames.TRAILER -> "5:" + name;
            case MtNames.HEADER -> "2:" + name;
            default -> path + (isEntry(name) ? "/" : ".") + MtNames.tag(name);
        };
        boolean marketsOwn = path.equals(MtNames.USER) && name.matches("_[0-9A-Z]{3}");
        if (marketsOwn) {
            expect(value.isLeaf(), value, own, "a text");
        } else {
            object.field(name).ifPresentOrElse(field -> check(value, field, own), () -> unknown(value, own));
        }
    }

    private void expect(boolean met, Tree tree, String path, String what) {
        if (!met) {
            draft.place(path, tree);
            draft.add(Finding.error("mt.Format", Place.of(path), "Here " + what + " is expected"));
        }
    }

    private void unknown(Tree tree, String path) {
        draft.place(path, tree);
        draft.add(Finding.error("mt.UnknownField", Place.of(path), "The message has no such field"));
    }
}
