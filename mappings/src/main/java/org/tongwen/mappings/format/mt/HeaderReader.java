package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads blocks 1 and 2 into one header. Which of them holds the sender depends on the direction that block 2 begins with. */
final class HeaderReader {

    private final Source source;
    private final Layout envelope;
    private final List<Finding> findings;
    private final Tree header;

    HeaderReader(Source source, Layout envelope, List<Finding> findings, Place place) {
        this.source = source;
        this.envelope = envelope;
        this.findings = findings;
        this.header = Tree.object(place);
    }

    Tree read(Map<String, Block> blocks) {
        String direction =
                Optional.ofNullable(blocks.get("2")).map(this::direction).orElse("I");
        block("1" + direction, Optional.ofNullable(blocks.get("1")));
        block("2" + direction, Optional.ofNullable(blocks.get("2")));
        return header;
    }

    private String direction(Block block) {
        return source.text().startsWith("O", block.start()) ? "O" : "I";
    }

    private void block(String tag, Optional<Block> block) {
        block.ifPresent(there -> {
            FieldPath path = FieldPath.header(there.name());
            new FieldReader(envelope.require(tag), path, findings)
                    .read(source.lines(there.start(), there.end()), FieldTree.into(header, path));
        });
    }
}
