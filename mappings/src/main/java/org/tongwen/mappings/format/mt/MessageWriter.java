package org.tongwen.mappings.format.mt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Writes a tree as a message. What is written is read again with all checks of a message received, and must give the same tree: nothing
 * can be written that would be refused or understood otherwise.
 */
final class MessageWriter {

    private final Envelope envelope;
    private final Layout layout;
    private final SourceField schema;
    private final MessageReader reader;

    MessageWriter(Envelope envelope, Layout layout, SourceField schema, MessageReader reader) {
        this.envelope = envelope;
        this.layout = layout;
        this.schema = schema;
        this.reader = reader;
    }

    /** Most trees can be written as they are; only of others it is asked what is wrong. */
    Checked<byte[]> write(Tree tree) {
        Draft sound = new Draft(false);
        text(tree, sound);
        if (sound.size() == 0) {
            byte[] message = bytes(sound);
            Checked<Tree> again = reader.read(Source.of(message));
            if (again.findings().isEmpty()
                    && again.value().filter(read -> holds(read, tree)).isPresent()) {
                return Checked.of(message, List.of());
            }
        }
        return explained(tree);
    }

    private Checked<byte[]> explained(Tree tree) {
        Draft draft = new Draft(true);
        new TreeShape(layout, tree, draft).check(schema);
        text(tree, draft);
        byte[] message = bytes(draft);
        review(tree, reader.read(Source.of(message)), draft);
        List<Finding> findings = draft.located();
        return Finding.anyError(findings) ? Checked.none(findings) : Checked.of(message, findings);
    }

    private static byte[] bytes(Draft draft) {
        return draft.text().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void text(Tree tree, Draft draft) {
        Tree nothing = Tree.object(Place.NOWHERE);
        new HeaderWriter(envelope, layout.type(), tree.field(MtNames.HEADER).orElse(nothing), draft).write();
        new TagBlockWriter(envelope, "3", draft).write(tree.field(MtNames.USER).orElse(nothing));
        new BodyWriter(layout, draft).write(tree);
        new TagBlockWriter(envelope, "5", draft)
                .write(tree.field(MtNames.TRAILER).orElse(nothing));
    }

    /** Adds what reading finds, but not what follows from a fault in the same field that is known already. */
    private static void review(Tree tree, Checked<Tree> again, Draft draft) {
        if (!again.findings().isEmpty()) {
            Set<String> faulty = draft.faultyFields();
            again.findings().stream()
                    .filter(finding ->
                            !faulty.contains(FieldPath.fieldOf(finding.place().path())))
                    .forEach(draft::add);
        }
        if (draft.size() == 0
                && !again.value().filter(read -> holds(read, tree)).isPresent()) {
            differences(leaves(tree), again.value().map(MessageWriter::leaves).orElse(Map.of()), draft);
        }
    }

    /** Whether a message read has just the values of a tree, but for those of its header that have a usual value. */
    private static boolean holds(Tree read, Tree tree) {
        if (tree.isLeaf()) {
            return read.isLeaf()
                    && tree.kind() != Tree.Kind.NULL
                    && read.value().equals(tree.value());
        }
        List<Tree> given = tree.children();
        boolean holds = read.kind() == tree.kind()
                && (given.size() == read.children().size() || read.label().equals(MtNames.HEADER));
        for (int i = 0; holds && i < given.size(); i++) {
            Tree each = given.get(i);
            Optional<Tree> other =
                    tree.kind() == Tree.Kind.LIST ? Optional.of(read.children().get(i)) : read.field(each.label());
            holds = other.isPresent() && holds(other.get(), each);
        }
        return holds;
    }

    private static Map<String, Tree> leaves(Tree tree) {
        return tree.leaves()
                .filter(leaf -> leaf.kind() != Tree.Kind.NULL)
                .collect(Collectors.toMap(Tree::pointer, Function.identity()));
    }

    private static void differences(Map<String, Tree> given, Map<String, Tree> again, Draft draft) {
        Map<String, Tree> added = new HashMap<>(again);
        given.forEach((pointer, leaf) -> {
            Optional<Tree> other = Optional.ofNullable(added.remove(pointer));
            if (!other.map(Tree::value).equals(Optional.of(leaf.value()))) {
                draft.place(other.map(value -> value.place().path()).orElse(pointer), leaf);
                draft.add(otherwise(other.map(value -> value.place().path()).orElse(pointer), leaf));
            }
        });
        List<Tree> unasked = new ArrayList<>(added.values());
        unasked.removeIf(leaf -> leaf.pointer().startsWith("/" + MtNames.HEADER + "/"));
        unasked.forEach(leaf -> draft.add(otherwise(leaf.place().path(), leaf)));
    }

    private static Finding otherwise(String path, Tree leaf) {
        return Finding.error("mt.Format", Place.of(path), "Read back, the message would have another value here")
                .value(leaf.value())
                .hint("the value begins with characters, or holds some, that divide values in this field");
    }
}
