package org.tongwen.mappings.format.csv;

import java.util.List;

/**
 * A row as it stands in the document.
 *
 * @param line the line in which it begins
 * @param cells its values
 * @param sound whether its values could be told apart; what was wrong has been said
 */
record CsvRow(int line, List<Cell> cells, boolean sound) {

    /** A value without its quotes, and where it begins. */
    record Cell(String text, boolean quoted, int line, int column) {}

    /** Whether the line has nothing at all in it. */
    boolean isEmptyLine() {
        return cells.size() == 1
                && cells.get(0).text().isEmpty()
                && !cells.get(0).quoted();
    }
}
