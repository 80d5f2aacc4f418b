package org.tongwen.mappings.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of texts under the names of their columns.
 *
 * @param columns the names
 * @param rows a text for each column; empty where there is nothing to say
 */
public record Table(List<String> columns, List<List<String>> rows) {

    /** Copies the rows. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Nothing. */
    public static Table empty() {
        return new Table(List.of(), List.of());
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The same without the columns that say nothing in any row. */
    public Table withoutEmptyColumns() {
        List<Integer> filled = IntStream.range(0, columns.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isBlank()))
                .boxed()
                .toList();
        return new Table(
                filled.stream().map(columns::get).toList(),
                rows.stream().map(row -> filled.stream().map(row::get).toList()).toList());
    }
}
