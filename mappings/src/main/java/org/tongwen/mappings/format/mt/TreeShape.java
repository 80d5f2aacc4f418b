package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Checks that a tree to be written has only what the layout knows, objects where it has objects and lists where it has lists. */
final class TreeShape {

    private final Draft draft;
    private final Set<String> groups;
    private final Tree message;

    TreeShape(Layout layout, Tree message, Draft draft) {
        this.draft = draft;
        this.groups = layout.groups();
        this.message = message;
    }

    void check(SourceField schema) {
        fields(message, schema);
    }

    private void fields(Tree object, SourceField schema) {
        List<Tree> fields = object.children();
        for (int i = 0; i < fields.size(); i++) {
            Tree value = fields.get(i);
            Optional<SourceField> field = schema.field(value.label());
            if (field.isPresent()) {
                check(value, field.get());
            } else if (isOwnOfMarket(value)) {
                expect(value.isLeaf(), value, "a text");
            } else {
                unknown(value);
            }
        }
    }

    private void check(Tree tree, SourceField field) {
        if (tree.kind() == Tree.Kind.NULL) {
            return;
        }
        switch (field.kind()) {
            case OBJECT -> {
                expect(tree.kind() == Tree.Kind.OBJECT, tree, "an object");
                if (tree.kind() == Tree.Kind.OBJECT) {
                    fields(tree, field);
                }
            }
            case LIST -> {
                expect(tree.kind() == Tree.Kind.LIST, tree, "a list");
                if (tree.kind() == Tree.Kind.LIST && field.items().isPresent()) {
                    items(tree, field.items().get());
                }
            }
            default -> expect(tree.isLeaf(), tree, "a text");
        }
    }

    private void items(Tree list, SourceField item) {
        List<Tree> items = list.children();
        for (int i = 0; i < items.size(); i++) {
            check(items.get(i), item);
        }
    }

    /** The user header may hold fields beside those known: market infrastructures have their own. */
    private boolean isOwnOfMarket(Tree value) {
        return value.label().matches("_[0-9A-Z]{3}")
                && value.parent()
                        .filter(above -> above.label().equals(MtNames.USER))
                        .flatMap(Tree::parent)
                        .filter(above -> above == message)
                        .isPresent();
    }

    private void expect(boolean met, Tree tree, String what) {
        if (!met) {
            String path = path(tree);
            draft.place(path, tree);
            draft.add(Finding.error("mt.Format", Place.of(path), "Here " + what + " is expected"));
        }
    }

    private void unknown(Tree tree) {
        String path = path(tree);
        draft.place(path, tree);
        draft.add(Finding.error("mt.UnknownField", Place.of(path), "The message has no such field"));
    }

    /** Where a value would stand in the message. */
    private String path(Tree tree) {
        Optional<Tree> above = tree.parent().filter(parent -> tree != message);
        String name = tree.label();
        if (above.isEmpty()) {
            return "";
        }
        if (above.get() == message) {
            return isEntry(name) ? FieldPath.TEXT + MtNames.tag(name) : name;
        }
        String head = path(above.get());
        if (above.get().kind() == Tree.Kind.LIST) {
            return head + "[" + (Integer.parseInt(name) + 1) + "]";
        }
        return switch (head) {
            case MtNames.USER -> "3:" + MtNames.tag(name);
            case MtNames.TRAILER -> "5:" + name;
            case MtNames.HEADER -> "2:" + name;
            default -> head + (isEntry(name) ? "/" : ".") + MtNames.tag(name);
        };
    }

    /** Whether a name is that of a field or group rather than of a component. */
    private boolean isEntry(String name) {
        return name.startsWith("_") || groups.contains(name);
    }
}
