package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Map;
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

    private final Layout envelope;
    private final Layout layout;

    MessageReader(Layout envelope, Layout layout) {
        this.envelope = envelope;
        this.layout = layout;
    }

    Checked<Tree> read(byte[] document) {
        Source source = Source.of(document);
        if (source.text().isBlank()) {
            return Checked.none(Finding.error("mt.Empty", Place.of(1, 1, ""), "the document is empty"));
        }
        FindingLimit findings = new FindingLimit(MAX_FINDINGS);
        Map<String, Block> blocks = new BlockScanner(source, findings).scan();
        Tree tree = tree(source, blocks, findings);
        return Checked.of(tree, findings.stream().sorted().toList());
    }

    private Tree tree(Source source, Map<String, Block> blocks, List<Finding> findings) {
        Tree tree = Tree.object(Place.of(1, 1, ""));
        Tree header = new HeaderReader(source, envelope, findings, Place.of(1, 1, "1")).read(blocks);
        tree.put(MtNames.HEADER, header);
        Optional.ofNullable(blocks.get("3")).ifPresent(user -> tagBlock(MtNames.USER, user, tree, source, findings));
        if (isExpected(header, findings)) {
            Optional.ofNullable(blocks.get("4"))
                    .ifPresent(body -> new BodyReader(layout, tree, body.place(), findings).read(source, body));
        }
        Optional.ofNullable(blocks.get("5"))
                .ifPresent(trailer -> tagBlock(MtNames.TRAILER, trailer, tree, source, findings));
        return tree;
    }

    private void tagBlock(String name, Block block, Tree tree, Source source, List<Finding> findings) {
        Tree fields = new TagBlockReader(source, envelope, block, findings).read(block);
        if (!fields.fields().isEmpty()) {
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
