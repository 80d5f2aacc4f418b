package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.mappings.format.layout.TextCharset;
import org.tongwen.mappings.tree.SourceField;

/**
 * How an institution writes its documents.
 *
 * @param charset the charset of all text
 * @param lineEnd what is written behind each record; empty for none
 * @param counted whether records are told apart by counting bytes, because there are no line ends or because packed numbers may look like one
 * @param trimmed whether lines may come without the blanks at their end
 * @param records the kinds of records, in their order
 */
record FixedLayout(TextCharset charset, String lineEnd, boolean counted, boolean trimmed, List<FixedRecord> records) {

    FixedLayout {
        records = List.copyOf(records);
    }

    Stream<FixedRecord> all() {
        return records.stream().flatMap(FixedRecord::all);
    }

    SourceField schema() {
        return SourceField.object(true, FixedRecord.schemaOf(records));
    }

    /** The repeating records at a path of names; none when there are none, or when something around them repeats. */
    Optional<FixedRecord> list(String path) {
        List<FixedRecord> here = records;
        Optional<FixedRecord> found = Optional.empty();
        for (String name : path.split("\\.")) {
            if (found.filter(FixedRecord::repeats).isPresent()) {
                return Optional.empty();
            }
            found = here.stream().filter(record -> record.name().equals(name)).findFirst();
            here = found.map(FixedRecord::records).orElse(List.of());
        }
        return found.filter(FixedRecord::repeats).filter(FixedRecord::carries);
    }
}
