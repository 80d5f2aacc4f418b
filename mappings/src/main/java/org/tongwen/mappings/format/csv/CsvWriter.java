package org.tongwen.mappings.format.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.format.ItemWriter;
import org.tongwen.mappings.format.layout.FieldCheck;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;

/** Writes rows, with quotes only where a value needs them. */
final class CsvWriter implements ItemWriter {

    private static final int MAX_FINDINGS = 1_000;

    private final CsvLayout layout;
    private final Map<String, SourceField> fields;
    private final OutputStream out;
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);

    CsvWriter(CsvLayout layout, OutputStream out, Tree frame) {
        this.layout = layout;
        this.fields = layout.fields();
        this.out = out;
        new FieldCheck("csv", findings).object(frame, layout.schema().fields());
        if (layout.header()) {
            String names = layout.columns().stream()
                    .map(column -> quoted(column.header()))
                    .collect(Collectors.joining(String.valueOf(layout.separator())));
            String mark = layout.bom() ? "\uFEFF" : "";
            write(layout.charset().encode(mark + names + layout.lineEnd()).orElseThrow());
        } else if (layout.bom()) {
            write(layout.charset().encode("\uFEFF").orElseThrow());
        }
    }

    @Override
    public void item(Tree item) {
        List<Finding> wrong = new ArrayList<>();
        if (item.kind() == Tree.Kind.OBJECT) {
            new FieldCheck("csv", wrong).object(item, fields);
        } else {
            wrong.add(Finding.error("csv.Structure", item.place(), "a row must be an object with fields"));
        }
        if (wrong.isEmpty()) {
            String row = row(item, wrong);
            String line = row.isEmpty() && layout.quote().isPresent() ? emptyQuotes() : row;
            Optional<byte[]> bytes = layout.charset().encode(line + layout.lineEnd());
            if (bytes.isEmpty()) {
                layout.columns()
                        .forEach(column -> item.field(column.name()).ifPresent(field -> mappable(field, wrong)));
            } else if (wrong.isEmpty()) {
                write(bytes.get());
            }
        }
        findings.addAll(wrong);
    }

    @Override
    public List<Finding> end() {
        return findings;
    }

    private String row(Tree item, List<Finding> wrong) {
        StringBuilder row = new StringBuilder();
        String divider = "";
        for (CsvColumn column : layout.columns()) {
            row.append(divider).append(value(item.field(column.name()), wrong));
            divider = String.valueOf(layout.separator());
        }
        return row.toString();
    }

    /** A row of one column without a value must not be taken for an empty line. */
    private String emptyQuotes() {
        return Character.toString(layout.quote().orElseThrow()).repeat(2);
    }

    private String value(Optional<Tree> field, List<Finding> wrong) {
        if (field.isEmpty() || field.get().kind() == Tree.Kind.NULL) {
            return "";
        }
        Tree tree = field.get();
        String value = tree.value();
        if (value.codePoints().anyMatch(CsvWriter::isControl)) {
            wrong.add(Finding.error("csv.Character", tree.place(), "a control character must not stand in a value")
                    .value(value));
        } else if (layout.quote().isEmpty() && needsQuotes(value)) {
            wrong.add(Finding.error(
                            "csv.NeedsQuotes",
                            tree.place(),
                            "the value holds a separator or line end, and the layout has no quotes to put around it")
                    .value(value));
        }
        return quoted(value);
    }

    private void mappable(Tree field, List<Finding> wrong) {
        if (layout.charset().encode(field.value()).isEmpty()) {
            String message = "the value has characters that " + layout.charset().name() + " does not have";
            wrong.add(Finding.error("csv.Unmappable", field.place(), message).value(field.value()));
        }
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F;
    }

    private boolean needsQuotes(String value) {
        return value.chars()
                .anyMatch(c -> c == layout.separator()
                        || c == '\n'
                        || c == '\r'
                        || c == layout.quote().orElse(layout.separator()));
    }

    private String quoted(String value) {
        if (layout.quote().isEmpty() || !needsQuotes(value)) {
            return value;
        }
        String quote = Character.toString(layout.quote().getAsInt());
        return quote + value.replace(quote, quote + quote) + quote;
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
