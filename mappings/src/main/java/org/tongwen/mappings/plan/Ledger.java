package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.message.Node;

/** What a translation has not carried over: every value ends as carried, declared lost, refused, or reported. */
record Ledger(MappingFile file, List<Back> backs) {

    /** Goes through the source after a translation towards ISO. */
    void source(Tree source, Run run) {
        source.leaves().filter(leaf -> !run.isRead(leaf)).forEach(leaf -> unread(leaf, run));
    }

    private void unread(Tree leaf, Run run) {
        if (backs.stream().anyMatch(back -> back.restores(leaf))) {
            return;
        }
        Optional<Map.Entry<String, Word>> refused = entry(file.refuse(), leaf);
        Optional<Map.Entry<String, Word>> homeless = entry(file.noHome(), leaf);
        if (refused.isPresent()) {
            run.error(
                    "mapping.Refused",
                    leaf.place(),
                    refused.get().getKey() + " stops the translation: "
                            + refused.get().getValue().text());
        } else if (homeless.isPresent()) {
            lose(leaf, homeless.get().getValue().text(), run);
        } else if (!leaf.isLeaf() || leaf.kind() == Tree.Kind.NULL) {
            lose(leaf, leaf.isLeaf() ? "null is the same as no value" : "nothing stands in it", run);
        } else {
            String message = leaf.path() + " is neither mapped nor listed under no-home";
            run.report(file.policy().unreadSource(), "mapping.UnmappedSource", leaf.place(), message, leaf.value());
        }
    }

    private static void lose(Tree leaf, String reason, Run run) {
        run.losses.add(new Loss(leaf.place(), leaf.path(), reason, leaf.value(), Optional.empty()));
    }

    /** The entry that names the value, or an object or list that it stands in. */
    private static Optional<Map.Entry<String, Word>> entry(Map<String, Word> entries, Tree leaf) {
        return entries.entrySet().stream()
                .filter(entry -> SourcePath.parse(entry.getKey())
                        .filter(path -> covers(path, leaf))
                        .isPresent())
                .findFirst();
    }

    private static boolean covers(SourcePath path, Tree leaf) {
        Optional<Tree> tree = Optional.of(leaf);
        while (tree.isPresent()) {
            if (isAt(path, tree.get())) {
                return true;
            }
            tree = tree.get().parent();
        }
        return false;
    }

    private static boolean isAt(SourcePath path, Tree tree) {
        StringBuilder names = new StringBuilder();
        for (SourcePath.Step step : path.steps()) {
            names.append(names.isEmpty() ? "" : ".").append(step.name());
        }
        Optional<SourcePath.Select> select = path.steps().isEmpty()
                ? Optional.empty()
                : path.steps().get(path.steps().size() - 1).select();
        return tree.path().contentEquals(names)
                && (select.isEmpty()
                        || (tree.kind() != Tree.Kind.LIST && select.get().picks(tree)));
    }

    /** Goes through an ISO message after a translation back. */
    void iso(Node node, Run run) {
        if (node.isForeign() || (node.children().isEmpty() && !run.isRead(node))) {
            report(node, node.name(), node.text(), run);
        }
        if (!node.isForeign()) {
            node.attributes().forEach((name, value) -> attribute(node, name, value, run));
            node.children().forEach(child -> iso(child, run));
        }
    }

    private void attribute(Node node, String name, String value, Run run) {
        if (!run.isRead(value) && !name.startsWith("{")) {
            report(node, node.name() + "/@" + name, value, run);
        }
    }

    private void report(Node node, String name, String value, Run run) {
        run.report(
                file.policy().unreadIso(),
                "mapping.UnreadIso",
                node.place(),
                name + " is not carried into the institution's format",
                value);
    }
}
