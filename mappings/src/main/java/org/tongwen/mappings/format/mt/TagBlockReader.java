package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads a block of fields in braces: the user header and the trailers. */
final class TagBlockReader {

    private static final int TAG = 3;

    private final Source source;
    private final String text;
    private final Envelope envelope;
    private final Block block;
    private final LineReader reader;
    private final List<Finding> findings;
    private final Tree tree;

    TagBlockReader(Source source, Envelope envelope, Block block, LineReader reader, List<Finding> findings) {
        this.source = source;
        this.text = source.text();
        this.envelope = envelope;
        this.block = block;
        this.reader = reader;
        this.findings = findings;
        this.tree =
                Tree.at(new FieldPlace(source, FieldPath.tagged(block.name()), 1), block.open(), Tree.Kind.OBJECT, "");
    }

    Tree read() {
        int at = block.start();
        for (int open = open(at); open >= 0; open = open(at)) {
            int close = text.indexOf('}', open);
            stray(at, open);
            field(open + 1, close);
            at = close + 1;
        }
        stray(at, block.end());
        if (tree.children().isEmpty() && at == block.end()) {
            Place place = source.place(block.open(), block.name());
            findings.add(Finding.warning("mt.Block", place, "Block " + block.name() + " is empty"));
        }
        return tree;
    }

    /** Where the next {tag:value} begins whose value has no braces; -1 without one. */
    private int open(int from) {
        for (int open = text.indexOf('{', from); open >= 0 && open < block.end(); open = text.indexOf('{', open + 1)) {
            int colon = open + 1 + TAG;
            boolean tagged =
                    colon < block.end() && text.charAt(colon) == ':' && CharacterSet.C.all(text, open + 1, colon);
            if (tagged && closed(colon)) {
                return open;
            }
        }
        return -1;
    }

    /** Whether a brace closes before another opens. */
    private boolean closed(int from) {
        int at = from;
        while (at < block.end() && text.charAt(at) != '{' && text.charAt(at) != '}') {
            at++;
        }
        return at < block.end() && text.charAt(at) == '}';
    }

    private void stray(int start, int end) {
        if (start < end) {
            Place place = source.place(start, block.name());
            findings.add(Block.wrong(place, "Block " + block.name() + " holds something that is not {tag:value}")
                    .value(text.substring(start, end)));
        }
    }

    private void field(int start, int close) {
        int colon = start + TAG;
        Optional<Envelope.Braced> known = envelope.braced(block.name(), text, start, colon);
        String tag = known.isPresent() ? known.get().tag() : text.substring(start, colon);
        String name = known.isPresent() ? known.get().name() : MtNames.leaf(block.name(), tag);
        if (tree.has(name)) {
            String message = "Field " + tag + " stands twice in block " + block.name();
            findings.add(Finding.error("mt.DuplicateField", place(start, tag), message));
            return;
        }
        FieldPlace place = new FieldPlace(source, new FieldPath(block.name() + ":", tag, 0, "."), 2);
        if (known.isPresent()) {
            FieldTree value = FieldTree.empty(place, colon + 1);
            FieldLines lines = FieldLines.of(colon + 1, close);
            FieldReader.read(known.get().rule(), source, lines, reader, value, findings);
            value.root().ifPresent(leaf -> tree.put(name, leaf));
            return;
        }
        findings.add(Finding.error("mt.UnknownField", place(start, tag), "There is no trailer " + tag));
        tree.put(name, Tree.at(place, colon + 1, Tree.Kind.TEXT, text.substring(colon + 1, close)));
    }

    private Place place(int start, String tag) {
        return source.place(start - 1, block.name() + ":" + tag);
    }
}
