package org.tongwen.mappings.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tongwen.xsd.finding.VisibleText;

/** The sheet as an Excel workbook. All cells are texts, so nothing in them is ever computed. */
public final class SheetWorkbook {

    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final List<Integer> WIDTHS = List.of(34, 40, 62, 40, 14, 30, 50);

    private SheetWorkbook() {}

    /**
     * The bytes of an xlsx file with one worksheet.
     *
     * @param name the mapping's name, for the worksheet
     */
    public static byte[] of(Sheet sheet, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Tongwen", "1.0")) {
            Worksheet table = workbook.newWorksheet(title(name));
            for (int column = 0; column < Row.COLUMNS.size(); column++) {
                table.value(0, column, Row.COLUMNS.get(column));
                table.width(column, WIDTHS.get(column));
            }
            table.range(0, 0, 0, Row.COLUMNS.size() - 1).style().bold().set();
            table.freezePane(0, 1);
            for (int i = 0; i < sheet.rows().size(); i++) {
                write(sheet.rows().get(i), i + 1, table);
            }
            table.setAutoFilter(0, 0, sheet.rows().size(), Row.COLUMNS.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Row row, int line, Worksheet table) {
        List<String> cells = row.cells();
        for (int column = 0; column < cells.size(); column++) {
            String cell = VisibleText.of(cells.get(column).replaceAll("\\R", " "));
            if (!cell.isEmpty()) {
                table.value(line, column, cell.substring(0, Math.min(LONGEST_CELL, cell.length())));
            }
        }
    }

    /** Excel does not take every name. */
    private static String title(String name) {
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\']", "-").strip();
        return allowed.isEmpty() ? "mapping" : allowed.substring(0, Math.min(LONGEST_NAME, allowed.length()));
    }
}
