package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Policy;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.message.Node;

/** What a translation has not carried over: every value ends as carried, declared lost, refused, or reported. */
final class Ledger {

    /** A declaration of the head: a field, and what its author says of it. */
    private record Declared(SourcePath path, String names, String reason) {

        static List<Declared> of(Map<String, Word> entries) {
            return entries.entrySet().stream()
                    .flatMap(entry -> SourcePath.parse(entry.getKey()).stream()
                            .map(path -> new Declared(
                                    path, path.names(), entry.getValue().text())))
                    .toList();
        }

        /** The value itself, or the object or list around it that the declaration names. */
        Optional<Tree> covering(Tree leaf) {
            Optional<Tree> tree = Optional.of(leaf);
            while (tree.isPresent() && !names(tree.get())) {
                tree = tree.get().parent();
            }
            return tree;
        }

        /** A declaration without selection names a whole list, one with a selection an item of it. */
        private boolean names(Tree tree) {
            Optional<SourcePath.Select> select = path.steps().isEmpty()
                    ? Optional.empty()
                    : path.steps().get(path.steps().size() - 1).select();
            boolean item = tree.parent()
                    .filter(above -> above.kind() == Tree.Kind.LIST)
                    .isPresent();
            return tree.path().equals(names)
                    && (select.isPresent() ? item && select.get().picks(tree) : !item);
        }
    }

    private final Policy policy;
    private final List<Declared> refused;
    private final List<Declared> homeless;
    private final List<Back> backs;

    Ledger(MappingFile file, List<Back> backs) {
        this.policy = file.policy();
        this.refused = Declared.of(file.refuse());
        this.homeless = Declared.of(file.noHome());
        this.backs = List.copyOf(backs);
    }

    /** Goes through the source after a translation towards ISO. */
    void source(Tree source, Run run) {
        source.leaves()
                .filter(leaf -> !run.isRead(leaf))
                .filter(leaf -> backs.stream().noneMatch(back -> back.restores(leaf)))
                .forEach(leaf -> unread(leaf, run));
    }

    private void unread(Tree leaf, Run run) {
        for (Declared declared : refused) {
            Optional<Tree> named = declared.covering(leaf);
            if (named.isPresent()) {
                String message = declared.path() + " stops the translation: " + declared.reason();
                run.error("mapping.Refused", named.get().place(), message);
                return;
            }
        }
        Optional<Declared> lost = homeless.stream()
                .filter(declared -> declared.covering(leaf).isPresent())
                .findFirst();
        if (lost.isPresent()) {
            lose(leaf, lost.get().reason(), run);
        } else if (!leaf.isLeaf() || leaf.kind() == Tree.Kind.NULL) {
            lose(leaf, leaf.isLeaf() ? "null is the same as no value" : "nothing stands in it", run);
        } else {
            String message = leaf.path() + " is neither mapped nor listed under no-home";
            run.report(policy.unreadSource(), "mapping.UnmappedSource", leaf.place(), message, leaf.value());
        }
    }

    private static void lose(Tree leaf, String reason, Run run) {
        run.losses.add(new Loss(leaf.place(), leaf.path(), reason, leaf.value(), Optional.empty()));
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
        if (!run.isRead(node, name) && !name.startsWith("{")) {
            report(node, node.name() + "/@" + name, value, run);
        }
    }

    private void report(Node node, String name, String value, Run run) {
        run.report(
                policy.unreadIso(),
                "mapping.UnreadIso",
                node.place(),
                name + " is not carried into the institution's format",
                value);
    }
}
