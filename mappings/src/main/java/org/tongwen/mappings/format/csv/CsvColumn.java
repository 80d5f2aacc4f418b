package org.tongwen.mappings.format.csv;

import org.tongwen.mappings.tree.SourceField;

/**
 * A column.
 *
 * @param name as mappings call it
 * @param header as the first row of the document calls it
 * @param field what may stand in it
 */
record CsvColumn(String name, String header, SourceField field) {}
