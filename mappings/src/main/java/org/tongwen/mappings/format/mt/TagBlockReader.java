package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads a block of fields in braces: the user header and the trailers. */
final class TagBlockReader {

    private static final Pattern FIELD = Pattern.compile("\\{([0-9A-Z]{3}):([^{}]*)}");

    private final Source source;
    private final Layout envelope;
    private final String block;
    private final List<Finding> findings;
    private final Tree tree;

    TagBlockReader(Source source, Layout envelope, Block block, List<Finding> findings) {
        this.source = source;
        this.envelope = envelope;
        this.block = block.name();
        this.findings = findings;
        this.tree = Tree.object(block.place());
    }

    Tree read(Block in) {
        Matcher field = FIELD.matcher(source.text()).region(in.start(), in.end());
        int at = in.start();
        while (field.find()) {
            stray(at, field.start());
            field(field);
            at = field.end();
        }
        stray(at, in.end());
        if (tree.fields().isEmpty() && at == in.end()) {
            findings.add(Finding.warning("mt.Block", in.place(), "Block " + block + " is empty"));
        }
        return tree;
    }

    private void stray(int start, int end) {
        if (start < end) {
            Slice stray = source.slice(start, end);
            findings.add(Block.wrong(stray.place(block), "Block " + block + " holds something that is not {tag:value}")
                    .value(stray.text()));
        }
    }

    private void field(Matcher field) {
        String tag = field.group(1);
        String path = block + ":" + tag;
        Place place = source.slice(field.start(), field.end()).place(path);
        if (tree.field(MtNames.leaf(block, tag)).isPresent()) {
            findings.add(Finding.error("mt.DuplicateField", place, "Field " + tag + " stands twice in block " + block));
            return;
        }
        value(tag, FieldPath.tagged(path), source.slice(field.start(2), field.end(2)), place);
    }

    private void value(String tag, FieldPath path, Slice value, Place place) {
        Optional<FieldRule> rule = MtNames.rule(envelope, block, tag);
        if (rule.isPresent()) {
            new FieldReader(rule.get(), path, findings)
                    .read(List.of(value))
                    .ifPresent(leaf -> tree.put(MtNames.leaf(block, tag), leaf));
            return;
        }
        findings.add(Finding.error("mt.UnknownField", place, "There is no trailer " + tag));
        tree.put(MtNames.leaf(block, tag), Tree.text(value.text(), value.place(path.path())));
    }
}
