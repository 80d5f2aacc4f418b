package org.tongwen.app;

import java.util.List;
import org.tongwen.xsd.finding.VisibleText;

/** Writes rows in columns that are as wide as their widest cell, two blanks apart. The last column is not filled up. */
final class Columns {

    private Columns() {}

    static String text(List<List<String>> rows) {
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream().map(VisibleText::of).toList())
                .toList();
        StringBuilder text = new StringBuilder();
        for (List<String> row : cells) {
            for (int i = 0; i < row.size() - 1; i++) {
                text.append(row.get(i)).append(" ".repeat(width(cells, i) - VisibleText.width(row.get(i)) + 2));
            }
            text.append(row.get(row.size() - 1)).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size() - 1)
                .mapToInt(row -> VisibleText.width(row.get(column)))
                .max()
                .orElse(0);
    }
}
