package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Reads one message of a layout's type. */
final class MessageReader {

    /** Findings after which the rest of a damaged message is passed over in silence. */
    private static final int MAX_FINDINGS = 1_000;

    private final Envelope envelope;
    private final Layout layout;

    MessageReader(Envelope envelope, Layout layout) {
        this.envelope = envelope;
        this.layout = layout;
    }

    Checked<Tree> read(Source source) {
        if (source.text().isBlank()) {
            return Checked.none(Finding.error("mt.Empty", Place.of(1, 1, ""), "the document is empty"));
        }
        FindingLimit findings = new FindingLimit(MAX_FINDINGS);
        Tree tree = tree(source, new BlockScanner(source, findings).scan(), findings);
        return Checked.of(
                tree,
                findings.isEmpty() ? List.of() : findings.stream().sorted().toList());
    }

    private Tree tree(Source source, Blocks blocks, List<Finding> findings) {
        Tree tree = Tree.object(Place.of(1, 1, ""));
        LineReader reader = LineReader.of(source.text());
        Tree header = new HeaderReader(source, envelope, findings).read(blocks);
        tree.put(MtNames.HEADER, header);
        blocks.get('3')
                .ifPresent(user -> tagBlock(
                        MtNames.USER, tree, new TagBlockReader(source, envelope, user, reader, findings).read()));
        if (isExpected(header, findings)) {
            blocks.get('4').ifPresent(body -> new BodyReader(layout, tree, source, body, reader, findings).read(body));
        }
        blocks.get('5')
                .ifPresent(trailer -> tagBlock(
                        MtNames.TRAILER, tree, new TagBlockReader(source, envelope, trailer, reader, findings).read()));
        return tree;
    }

    private static void tagBlock(String name, Tree tree, Tree fields) {
        if (!fields.children().isEmpty()) {
            tree.put(name, fields);
        }
    }

    /** Whether the text is of the layout's type; the fields of another type would only give findings that mislead. */
    private boolean isExpected(Tree header, List<Finding> findings) {
        Optional<Tree> other = header.field("type").filter(type -> !type.value().equals(layout.type()));
        other.ifPresent(type -> findings.add(
                Finding.error("mt.Type", type.place(), "The mapping is for messages of type " + layout.type())
                        .value(type.value())));
        return other.isEmpty();
    }
}
