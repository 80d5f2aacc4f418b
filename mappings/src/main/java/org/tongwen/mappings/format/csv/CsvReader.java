package org.tongwen.mappings.format.csv;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tongwen.mappings.format.csv.CsvRow.Cell;
import org.tongwen.mappings.format.layout.FieldCheck;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** Reads the rows of one document, in the memory that one row needs. */
final class CsvReader {

    private static final int MAX_FINDINGS = 1_000;

    private final CsvLayout layout;
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);
    private final CsvScanner rows;
    private final Consumer<Tree> items;
    private final Map<String, SourceField> fields;
    private List<CsvColumn> columns;
    private long count;

    private CsvReader(InputStream document, CsvLayout layout, Consumer<Tree> items) {
        this.layout = layout;
        this.rows = new CsvScanner(document, layout, findings);
        this.items = items;
        this.fields = layout.fields();
        this.columns = layout.columns();
    }

    /** Hands over each sound row and says what is wrong with the others. */
    static List<Finding> read(InputStream document, CsvLayout layout, Consumer<Tree> items) {
        CsvReader reader = new CsvReader(document, layout, items);
        if (reader.header()) {
            reader.rows();
        }
        return reader.findings;
    }

    /** Whether the columns are known: rows below a wrong header could not be understood. */
    private boolean header() {
        if (!layout.header()) {
            return true;
        }
        Optional<CsvRow> first = rows.next();
        if (first.isEmpty()) {
            findings.add(
                    Finding.error("csv.Empty", Place.of(1, 1, ""), "the row with the names of the columns is missing"));
            return false;
        }
        Map<String, CsvColumn> byHeader = layout.columns().stream()
                .collect(Collectors.toMap(CsvColumn::header, column -> column, (one, other) -> one));
        Map<String, Cell> seen = new HashMap<>();
        List<CsvColumn> found = new ArrayList<>();
        for (Cell cell : first.get().cells()) {
            column(cell, byHeader, seen).ifPresent(found::add);
        }
        layout.columns().stream()
                .filter(column -> column.field().required() && !found.contains(column))
                .forEach(column -> findings.add(Finding.error(
                        "csv.MissingColumn",
                        Place.of(first.get().line(), 1, ""),
                        "the column " + column.header() + " is missing")));
        columns = found;
        return !Finding.anyError(findings);
    }

    private Optional<CsvColumn> column(Cell cell, Map<String, CsvColumn> byHeader, Map<String, Cell> seen) {
        Place place = Place.of(cell.line(), cell.column(), "");
        Optional<CsvColumn> column = Optional.ofNullable(byHeader.get(cell.text()));
        Cell before = seen.putIfAbsent(cell.text(), cell);
        if (before != null) {
            findings.add(Finding.error("csv.DuplicateColumn", place, "another column has this name already")
                    .value(cell.text())
                    .hint("the first one is in column " + before.column()));
        } else if (column.isEmpty()) {
            findings.add(Finding.error("csv.UnknownColumn", place, "the layout has no column of this name")
                    .value(cell.text())
                    .hint(Nearest.of(cell.text(), byHeader.keySet())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("")));
        }
        return column;
    }

    /** Empty lines are passed over at the end of the document only: between rows something may be lost. */
    private void rows() {
        int emptyLine = 0;
        for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
            CsvRow row = next.get();
            if (row.sound() && row.isEmptyLine()) {
                emptyLine = emptyLine == 0 ? row.line() : emptyLine;
                continue;
            }
            if (emptyLine > 0) {
                findings.add(Finding.error(
                        "csv.EmptyLine", Place.of(emptyLine, 1, ""), "an empty line stands between rows"));
                emptyLine = 0;
            }
            row(row);
        }
    }

    private void row(CsvRow row) {
        String pointer = "/" + layout.list() + "/" + count;
        count++;
        if (!row.sound()) {
            return;
        }
        if (row.cells().size() != columns.size()) {
            findings.add(Finding.error(
                    "csv.Ragged",
                    Place.of(row.line(), 1, pointer),
                    "the row has " + row.cells().size() + " values, but there are " + columns.size() + " columns"));
            return;
        }
        Tree item = item(row, pointer);
        List<Finding> wrong = new ArrayList<>();
        new FieldCheck("csv", wrong).object(item, fields);
        findings.addAll(wrong);
        if (wrong.isEmpty()) {
            items.accept(item);
        }
    }

    private Tree item(CsvRow row, String pointer) {
        Tree item = Tree.object(Place.of(row.line(), 1, "")).standsAt(pointer);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            if (!cell.text().isEmpty()) {
                item.put(columns.get(i).name(), Tree.text(cell.text(), Place.of(cell.line(), cell.column(), "")));
            }
        }
        return item;
    }
}
