package org.tongwen.mappings.format.mt;

import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** Messages of one type as trees whose fields are named by their tags, such as {@code _50K}. */
final class TaggedSource implements SourceFormat {

    private final SourceField schema;
    private final MessageReader reader;
    private final MessageWriter writer;

    TaggedSource(Layout layout) {
        Layout envelope = Layout.envelope();
        this.schema = Schema.of(envelope, layout);
        this.reader = new MessageReader(envelope, layout);
        this.writer = new MessageWriter(envelope, layout, schema, reader);
    }

    @Override
    public SourceField schema() {
        return schema;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        return reader.read(document);
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        return writer.write(tree);
    }
}
