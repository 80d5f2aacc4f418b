package org.tongwen.mappings.format.csv;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tongwen.mappings.format.layout.TextCharset;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A small table in CSV by the letter of RFC 4180, in UTF-8: its rows with the places of their values, without empty lines. */
public final class CsvTable {

    /**
     * A value without its quotes.
     *
     * @param text the value
     * @param place where it begins; a quote in front belongs to it
     */
    public record Cell(String text, Place place) {}

    private static final CsvLayout LAYOUT =
            new CsvLayout(TextCharset.UTF_8, false, ',', OptionalInt.of('"'), "\n", false, "rows", List.of());

    private CsvTable() {}

    /** Reads all rows whose values can be told apart; what is wrong with the others is an error at its place. */
    public static Checked<List<List<Cell>>> read(byte[] table) {
        List<Finding> findings = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(table), LAYOUT, findings);
        for (Optional<CsvRow> row = scanner.next(); row.isPresent(); row = scanner.next()) {
            if (row.get().sound() && !row.get().isEmptyLine()) {
                rows.add(cells(row.get()));
            }
        }
        return new Checked<>(Optional.of(rows), findings);
    }

    private static List<Cell> cells(CsvRow row) {
        return row.cells().stream()
                .map(cell -> new Cell(cell.text(), Place.of(cell.line(), cell.column(), "")))
                .toList();
    }
}
