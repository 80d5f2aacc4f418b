package org.tongwen.mappings.format.fixed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.mappings.format.ItemFormat;
import org.tongwen.mappings.format.ItemWriter;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Documents of records of one layout. */
record FixedDocuments(FixedLayout layout) implements SourceFormat, ItemFormat {

    @Override
    public SourceField schema() {
        return layout.schema();
    }

    /** Some of it may be no text at all. */
    @Override
    public String mediaType() {
        return layout.counted()
                ? "application/octet-stream"
                : "text/plain; charset=" + layout.charset().name();
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        return FixedReader.read(new ByteArrayInputStream(document), layout, Optional.empty(), item -> {});
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Finding> findings = new FixedWriter(layout, bytes, Optional.empty(), tree).end();
        return Finding.anyError(findings) ? Checked.none(findings) : Checked.of(bytes.toByteArray(), findings);
    }

    @Override
    public Optional<ItemFormat> items() {
        return Optional.of(this);
    }

    @Override
    public boolean hasItems(String list) {
        return layout.list(list).isPresent();
    }

    @Override
    public Checked<Tree> readItems(InputStream document, String list, Consumer<Tree> items) {
        return FixedReader.read(document, layout, layout.list(list), items);
    }

    @Override
    public ItemWriter writeItems(OutputStream out, String list, Tree frame) {
        return new FixedWriter(layout, out, layout.list(list), frame);
    }
}
