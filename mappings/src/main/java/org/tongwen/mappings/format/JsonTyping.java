package org.tongwen.mappings.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/**
 * Makes a tree ready for writing: fields in the schema's order, and leaves of the kinds that the schema wants. Trees built from ISO
 * messages hold nothing but text; only the schema knows which of it JSON writes as numbers.
 */
final class JsonTyping {

    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final List<Finding> findings = new ArrayList<>();

    private JsonTyping() {}

    /** The same values in the form that the schema wants; what cannot take that form is a finding at its place. */
    static Checked<Tree> type(Tree tree, JsonShape shape) {
        JsonTyping typing = new JsonTyping();
        if (tree.kind() != Tree.Kind.OBJECT) {
            return Checked.none(Finding.error("json.NotAnObject", tree.place(), "the document must be an object"));
        }
        Tree typed = typing.value(tree, shape, 1);
        return Checked.of(typed, typing.findings);
    }

    private Tree value(Tree tree, JsonShape shape, int depth) {
        return switch (tree.kind()) {
            case OBJECT -> within(depth, tree) ? object(tree, shape, depth) : tree.emptied();
            case LIST -> within(depth, tree) ? list(tree, shape, depth) : tree.emptied();
            default -> leaf(tree, shape);
        };
    }

    private boolean within(int depth, Tree tree) {
        if (depth > JsonReader.MAX_DEPTH) {
            findings.add(JsonReader.tooDeep(tree.place()));
        }
        return depth <= JsonReader.MAX_DEPTH;
    }

    private Tree object(Tree tree, JsonShape shape, int depth) {
        Tree object = tree.emptied();
        shape.fields()
                .forEach((name, known) ->
                        tree.field(name).ifPresent(field -> object.put(name, field(name, field, known, depth))));
        tree.fields().forEach((name, field) -> {
            if (!shape.fields().containsKey(name)) {
                object.put(name, field(name, field, JsonShape.ANY, depth));
            }
        });
        return object;
    }

    private Tree field(String name, Tree field, JsonShape shape, int depth) {
        checkPairs(name, field);
        return value(field, shape, depth + 1);
    }

    private Tree list(Tree tree, JsonShape shape, int depth) {
        Tree list = tree.emptied();
        tree.items().forEach(item -> list.add(value(item, shape.item(), depth + 1)));
        return list;
    }

    /** What cannot be of the kind that the schema wants stays text, so that the schema can look at all the rest. */
    private Tree leaf(Tree leaf, JsonShape shape) {
        checkPairs(leaf.value(), leaf);
        Tree.Kind kind = kind(leaf, shape.kinds());
        Optional<Finding> unfit = unfit(leaf, kind);
        unfit.ifPresent(findings::add);
        return leaf.as(unfit.isEmpty() ? kind : Tree.Kind.TEXT);
    }

    /** The leaf's own kind where the schema allows it or does not say; text in place of a number where only numbers are allowed. */
    private static Tree.Kind kind(Tree leaf, Set<Tree.Kind> allowed) {
        boolean fits = allowed.isEmpty() || allowed.contains(leaf.kind()) || leaf.kind() == Tree.Kind.NULL;
        if (fits || allowed.stream().allMatch(JsonTyping::isUnwritable)) {
            return leaf.kind();
        }
        if (allowed.contains(Tree.Kind.TEXT)) {
            return Tree.Kind.TEXT;
        }
        boolean truth = !allowed.contains(Tree.Kind.NUMBER) || BOOLEANS.contains(leaf.value());
        return truth && allowed.contains(Tree.Kind.BOOLEAN) ? Tree.Kind.BOOLEAN : Tree.Kind.NUMBER;
    }

    /** Kinds that no leaf takes; the schema's own check will say so. */
    private static boolean isUnwritable(Tree.Kind kind) {
        return kind == Tree.Kind.OBJECT || kind == Tree.Kind.LIST || kind == Tree.Kind.NULL;
    }

    private static Optional<Finding> unfit(Tree leaf, Tree.Kind kind) {
        return switch (kind) {
            case NUMBER -> unfitNumber(leaf);
            case BOOLEAN -> unfitBoolean(leaf);
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> unfitNumber(Tree leaf) {
        if (!JsonNumber.isNumber(leaf.value())) {
            String message = "the schema wants a number here, and this is none as JSON writes them";
            return Optional.of(
                    Finding.error("json.NotANumber", leaf.place(), message).value(leaf.value()));
        }
        return JsonNumber.isTooLong(leaf.value())
                ? Optional.of(JsonReader.tooLong(leaf.place(), leaf.value()))
                : Optional.empty();
    }

    private static Optional<Finding> unfitBoolean(Tree leaf) {
        String message = "the schema wants true or false here";
        return BOOLEANS.contains(leaf.value())
                ? Optional.empty()
                : Optional.of(
                        Finding.error("json.NotABoolean", leaf.place(), message).value(leaf.value()));
    }

    private void checkPairs(String text, Tree at) {
        if (JsonText.hasLoneSurrogate(text)) {
            findings.add(JsonReader.loneSurrogate(at.place()));
        }
    }
}
