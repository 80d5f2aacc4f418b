package org.tongwen.mappings.format.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tongwen.mappings.format.layout.TextCharset;
import org.tongwen.mappings.tree.SourceField;

/**
 * How an institution writes its documents.
 *
 * @param charset the charset
 * @param bom whether documents are written with a byte order mark; one that is read is passed over in any case
 * @param separator between values
 * @param quote around values that hold separators or line ends; empty when the institution has no quotes
 * @param lineEnd what is written behind each row; any line end is read
 * @param header whether the first row names the columns
 * @param list the name that mappings give the list of rows
 * @param columns in the order in which they are written
 */
record CsvLayout(
        TextCharset charset,
        boolean bom,
        char separator,
        OptionalInt quote,
        String lineEnd,
        boolean header,
        String list,
        List<CsvColumn> columns) {

    CsvLayout {
        columns = List.copyOf(columns);
    }

    /** The fields of a row. */
    Map<String, SourceField> fields() {
        Map<String, SourceField> fields = new LinkedHashMap<>();
        columns.forEach(column -> fields.put(column.name(), column.field()));
        return fields;
    }

    SourceField schema() {
        return SourceField.object(true, Map.of(list, SourceField.list(false, SourceField.object(true, fields()))));
    }
}
