package org.tongwen.mappings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.format.csv.CsvTable;
import org.tongwen.mappings.format.csv.CsvTable.Cell;
import org.tongwen.mappings.read.MappingFile.CodeRow;
import org.tongwen.mappings.read.MappingFile.Way;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Reads a code table in CSV (RFC 4180, UTF-8): the header {@code source,iso,direction} or {@code source,iso}, then a row a code. */
final class CodeTableFile {

    private static final int MAX_BYTES = 5_000_000;
    private static final int MAX_FINDINGS = 100;

    private static final Map<String, Way> WAYS = Map.of("", Way.BOTH, "to-iso", Way.TO_ISO, "from-iso", Way.FROM_ISO);

    private static final List<String> HEADER = List.of("source", "iso", "direction");

    private final String document;
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);
    private final List<CodeRow> rows = new ArrayList<>();

    private CodeTableFile(String document) {
        this.document = document;
    }

    static Checked<List<CodeRow>> read(String document, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            Place nowhere = new Place(document, 0, 0, "");
            return Checked.none(
                    Finding.error("mapping.Form", nowhere, "the code table is larger than " + MAX_BYTES + " bytes"));
        }
        CodeTableFile file = new CodeTableFile(document);
        file.read(CsvTable.read(bytes));
        return new Checked<>(Optional.of(file.rows), file.findings);
    }

    private void read(Checked<List<List<Cell>>> table) {
        table.findings().forEach(finding -> report(finding.place(), "the code table is not CSV: " + finding.message()));
        List<List<Cell>> all = table.value().orElse(List.of());
        if (all.isEmpty() && table.ok()) {
            report(Place.of(1, 1, ""), "the code table is empty; it begins with source,iso,direction");
        }
        for (int i = 0; i < all.size(); i++) {
            if (i == 0) {
                header(all.get(i));
            } else {
                row(all.get(i));
            }
        }
    }

    private void header(List<Cell> cells) {
        List<String> names = cells.stream().map(cell -> cell.text().strip()).toList();
        if (names.size() < 2 || !names.equals(HEADER.subList(0, Math.min(names.size(), HEADER.size())))) {
            report(cells.get(0).place(), "the first line must be source,iso,direction");
        }
    }

    private void row(List<Cell> cells) {
        boolean complete = cells.size() >= 2
                && cells.size() <= HEADER.size()
                && cells.stream().limit(2).noneMatch(cell -> cell.text().isEmpty());
        if (!complete) {
            report(
                    cells.get(0).place(),
                    "a row has the institution's code, the ISO code and, if it is one-way, the direction");
            return;
        }
        String direction = cells.size() > 2 ? cells.get(2).text().strip() : "";
        Way way = WAYS.get(direction);
        if (way == null) {
            report(cells.get(2).place(), "a direction is empty, to-iso or from-iso");
            return;
        }
        rows.add(new CodeRow(word(cells.get(0)), word(cells.get(1)), way));
    }

    private Word word(Cell cell) {
        return new Word(cell.text(), cell.place().in(document));
    }

    private void report(Place place, String message) {
        findings.add(Finding.error("mapping.Form", place.in(document), message));
    }
}
