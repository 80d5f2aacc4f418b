package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/** Reads blocks 1 and 2 into one header. Which of them holds the sender depends on the direction that block 2 begins with. */
final class HeaderReader {

    private static final FieldPath PATH_1 = FieldPath.header("1");
    private static final FieldPath PATH_2 = FieldPath.header("2");

    private final Source source;
    private final Envelope envelope;
    private final LineReader reader;
    private final List<Finding> findings;
    private final Tree header;

    HeaderReader(Source source, Envelope envelope, List<Finding> findings) {
        this.source = source;
        this.envelope = envelope;
        this.reader = LineReader.of(source.text());
        this.findings = findings;
        this.header = Tree.at(new FieldPlace(source, PATH_1, 1), 0, Tree.Kind.OBJECT, "");
    }

    Tree read(Blocks blocks) {
        Optional<Block> second = blocks.get('2');
        boolean output =
                second.isPresent() && source.text().startsWith("O", second.get().start());
        blocks.get('1').ifPresent(block -> block(block, envelope.header('1', output), PATH_1));
        second.ifPresent(block -> block(block, envelope.header('2', output), PATH_2));
        return header;
    }

    private void block(Block block, FieldRule rule, FieldPath path) {
        FieldLines lines = new FieldLines();
        int at = block.start();
        for (int feed = source.text().indexOf('\n', at);
                feed >= 0 && feed < block.end();
                feed = source.text().indexOf('\n', at)) {
            lines.add(at, feed > at && source.text().charAt(feed - 1) == '\r' ? feed - 1 : feed);
            at = feed + 1;
        }
        lines.add(at, block.end());
        FieldTree tree = FieldTree.into(header, new FieldPlace(source, path, 1));
        FieldReader.read(rule, source, lines, reader, tree, findings);
    }
}
