package org.tongwen.mappings.sheet;

import java.util.List;
import java.util.stream.Collectors;

/** The sheet as text: CSV for programs and spreadsheets, Markdown for people. */
public final class SheetText {

    private static final String STARTS_FORMULA = "=+-@\t\r";
    private static final int FIRST_IN_WORDS = 3;

    private SheetText() {}

    /**
     * CSV by RFC 4180, with a head, every cell in quotes. A cell that a spreadsheet would take for a formula (one that begins with {@code =},
     * {@code +}, {@code -}, {@code @}, a tab or a line end) gets an apostrophe before it, which spreadsheets use for "this is text".
     */
    public static String csv(Sheet sheet) {
        StringBuilder text = new StringBuilder(csv(Row.COLUMNS));
        sheet.rows().forEach(row -> text.append(csv(row.cells())));
        return text.toString();
    }

    private static String csv(List<String> cells) {
        return cells.stream().map(SheetText::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + cell.replace("\"", "\"\"") + "\"";
    }

    /** A table in Markdown, as GitHub reads it. */
    public static String markdown(Sheet sheet) {
        StringBuilder text = new StringBuilder(markdown(Row.COLUMNS, Row.COLUMNS.size()));
        text.append("|").append("---|".repeat(Row.COLUMNS.size())).append('\n');
        sheet.rows().forEach(row -> text.append(markdown(row.cells(), 0)));
        return text.toString();
    }

    private static String markdown(List<String> cells, int words) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replaceAll("\\R", " ");
            boolean code = words == 0 && i < FIRST_IN_WORDS && !cell.isEmpty();
            line.append(' ').append(code ? code(cell) : plain(cell)).append(" |");
        }
        return line.append('\n').toString();
    }

    private static String code(String cell) {
        String fence = cell.contains("`") ? "``" : "`";
        return fence + cell.replace("|", "\\|") + fence;
    }

    private static String plain(String cell) {
        return cell.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
