package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Policy;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.message.Node;

/** What a translation has not carried over: every value ends as carried, declared lost, refused, or reported. */
final class Ledger {

    /** A declaration of the head: a field, and what its author says of it. */
    private record Declared(SourcePath path, String reason) {

        static List<Declared> of(Map<String, Word> entries) {
            return entries.entrySet().stream()
                    .flatMap(entry -> SourcePath.parse(entry.getKey()).stream()
                            .map(path -> new Declared(path, entry.getValue().text())))
                    .toList();
        }
    }

    /** The values, objects and lists of one document that declarations name. */
    static final class Declarations {

        private final Map<Tree, Declared> declared = new IdentityHashMap<>();

        private Declarations(List<Declared> all, Tree source) {
            all.forEach(one -> one.path().findAll(source).forEach(tree -> declared.putIfAbsent(tree, one)));
        }

        /** Why a value, or the object or list around it, is declared. */
        Optional<String> reason(Tree leaf) {
            return around(leaf).map(named -> declared(named).reason());
        }

        /** The value itself, or the object or list around it, that is named. */
        Optional<Tree> around(Tree leaf) {
            Optional<Tree> tree = Optional.of(leaf);
            while (tree.isPresent() && !declared.containsKey(tree.get())) {
                tree = tree.get().parent();
            }
            return tree;
        }

        Declared declared(Tree named) {
            return Objects.requireNonNull(declared.get(named));
        }
    }

    private final Policy policy;
    private final List<Declared> refused;
    private final List<Declared> homeless;
    private final List<Back> backs;
    private final NoField noField;

    Ledger(MappingFile file, List<Back> backs) {
        this.policy = file.policy();
        this.refused = Declared.of(file.refuse());
        this.homeless = Declared.of(file.noHome());
        this.backs = List.copyOf(backs);
        this.noField = new NoField(file.noField());
    }

    /** Goes through the source after a translation towards ISO: what nothing has read is declared, refused or reported. */
    void source(Tree source, Run run) {
        List<Tree> unread = new ArrayList<>();
        gather(source, run, unread);
        if (!unread.isEmpty()) {
            Declarations stopping = new Declarations(refused, source);
            Declarations lost = homeless(source);
            unread.stream()
                    .filter(leaf -> backs.stream().noneMatch(back -> back.restores(leaf)))
                    .filter(leaf ->
                            stopping.around(leaf).isPresent() || backs.stream().noneMatch(back -> back.computes(leaf)))
                    .forEach(leaf -> unread(leaf, stopping, lost, run));
        }
    }

    /** The leaves that nothing has read; an object or list with nothing in it is a leaf too. */
    private static void gather(Tree tree, Run run, List<Tree> unread) {
        List<Tree> children = tree.children();
        if (children.isEmpty() && !run.isRead(tree)) {
            unread.add(tree);
        }
        for (int i = 0; i < children.size(); i++) {
            gather(children.get(i), run, unread);
        }
    }

    /** Values that nothing carries because formulas under {@code back} give them: they must be what those give. */
    List<Tree> computed(Tree source, Run run) {
        if (backs.stream().allMatch(back -> back.formula() instanceof Formula.Literal)) {
            return List.of();
        }
        List<Tree> computed = new ArrayList<>();
        gather(source, run, computed);
        computed.removeIf(leaf -> !leaf.isLeaf()
                || leaf.kind() == Tree.Kind.NULL
                || backs.stream().noneMatch(back -> back.computes(leaf)));
        if (!computed.isEmpty()) {
            Declarations declared = new Declarations(
                    Stream.concat(refused.stream(), homeless.stream()).toList(), source);
            computed.removeIf(leaf -> declared.around(leaf).isPresent());
        }
        return computed;
    }

    /** Compares computed values with those that the way back gives. */
    void compare(List<Tree> computed, Tree again, Run run) {
        for (Tree leaf : computed) {
            backs.stream()
                    .filter(back -> back.computes(leaf))
                    .findFirst()
                    .ifPresent(back -> compare(leaf, back, again, run));
        }
    }

    private void compare(Tree leaf, Back back, Tree again, Run run) {
        Optional<String> value = back.path().find(again).map(Tree::value);
        if (!run.formulas.isAtHand(back.formula())) {
            String message =
                    leaf.path() + " comes back only with the stored message that the formula under back recalls";
            run.report(policy.undeclaredLoss(), "mapping.UndeclaredLoss", leaf.place(), message, leaf.value());
        } else if (!value.equals(Optional.of(leaf.value()))) {
            String message = leaf.path() + " is not what the formula under back gives: "
                    + value.map(text -> "expected " + text).orElse("nothing is expected");
            run.report(policy.formulaDiffers(), "mapping.FormulaDiffers", leaf.place(), message, leaf.value());
        }
    }

    /** The values of a document that is held. */
    static List<LedgerEntry> held(Tree source) {
        return source.leaves()
                .filter(leaf -> leaf.kind() != Tree.Kind.NULL)
                .map(LedgerEntry::held)
                .toList();
    }

    /** What the mapping says has no home in the message. */
    Declarations homeless(Tree source) {
        return new Declarations(homeless, source);
    }

    private void unread(Tree leaf, Declarations stopping, Declarations lost, Run run) {
        Optional<Tree> stop = stopping.around(leaf);
        if (stop.isPresent()) {
            Declared refusal = stopping.declared(stop.get());
            String message = refusal.path().text() + " stops the translation: " + refusal.reason();
            run.error("mapping.Refused", stop.get().place(), message);
        } else if (lost.around(leaf).isEmpty() && leaf.isLeaf() && leaf.kind() != Tree.Kind.NULL) {
            String message = leaf.path() + " is neither mapped nor listed under no-home";
            run.report(policy.unreadSource(), "mapping.UnmappedSource", leaf.place(), message, leaf.value());
        }
    }

    /** Goes through an ISO message after a translation back. */
    void iso(Node node, Run run) {
        if (run.isRead(node) && node.isForeign()) {
            return;
        }
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

    /** What the mapping says has no field in the institution's format. */
    NoField noField() {
        return noField;
    }

    private void report(Node node, String name, String value, Run run) {
        if (noField.reason(node).isPresent()) {
            return;
        }
        run.report(
                policy.unreadIso(),
                "mapping.UnreadIso",
                node.place(),
                name + " is not carried into the institution's format",
                value);
    }
}
