package org.tongwen.mappings.format.csv;

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
import org.tongwen.xsd.finding.Place;

/** CSV documents of one layout: an object whose only field is the list of rows. */
record CsvDocuments(CsvLayout layout) implements SourceFormat, ItemFormat {

    private static final Place START = Place.of(1, 1, "");

    @Override
    public SourceField schema() {
        return layout.schema();
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=" + layout.charset().name();
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        Tree rows = Tree.list(START);
        List<Finding> findings = CsvReader.read(new ByteArrayInputStream(document), layout, rows::add);
        Tree root = Tree.object(START);
        return Checked.of(rows.items().isEmpty() ? root : root.put(layout.list(), rows), sorted(findings));
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvWriter writer = new CsvWriter(layout, bytes, tree);
        tree.field(layout.list()).ifPresent(rows -> rows.items().forEach(writer::item));
        List<Finding> findings = sorted(writer.end());
        return Finding.anyError(findings) ? Checked.none(findings) : Checked.of(bytes.toByteArray(), findings);
    }

    @Override
    public Optional<ItemFormat> items() {
        return Optional.of(this);
    }

    @Override
    public boolean hasItems(String list) {
        return list.equals(layout.list());
    }

    @Override
    public Checked<Tree> readItems(InputStream document, String list, Consumer<Tree> items) {
        return Checked.of(Tree.object(START), sorted(CsvReader.read(document, layout, items)));
    }

    @Override
    public ItemWriter writeItems(OutputStream out, String list, Tree frame) {
        return new CsvWriter(layout, out, frame);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted().toList();
    }
}
