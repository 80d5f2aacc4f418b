package org.tongwen.mappings.format.fixed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.SourceField;

/**
 * A kind of record.
 *
 * @param name as mappings call it
 * @param repeats whether several may follow each other: then it is a list
 * @param required whether there must be one
 * @param length its length in bytes
 * @param fields its fields, in the order of their bytes, without gaps
 * @param records the kinds of records that belong to one of it and follow it
 * @param values what its own fields hold, by name
 */
record FixedRecord(
        String name,
        boolean repeats,
        boolean required,
        int length,
        List<FixedField> fields,
        List<FixedRecord> records,
        Map<String, SourceField> values) {

    static FixedRecord of(
            String name,
            boolean repeats,
            boolean required,
            int length,
            List<FixedField> fields,
            List<FixedRecord> records) {
        Map<String, SourceField> values = new LinkedHashMap<>();
        fields.stream().filter(FixedField::hasValue).forEach(field -> values.put(field.name(), field.schema()));
        return new FixedRecord(
                name,
                repeats,
                required,
                length,
                List.copyOf(fields),
                List.copyOf(records),
                Collections.unmodifiableMap(values));
    }

    /** Whether its constants stand in the bytes. */
    boolean recognises(byte[] record) {
        for (FixedField field : fields) {
            if (field.constant().isPresent() && !field.constant().get().isAt(record, field.from())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the constants of one or the other tell the two kinds apart. */
    boolean differsFrom(FixedRecord other) {
        return fields.stream()
                .filter(field -> field.constant().isPresent())
                .anyMatch(field -> other.fields.stream()
                        .filter(there -> there.constant().isPresent())
                        .filter(there -> there.from() == field.from() && there.length() == field.length())
                        .anyMatch(there -> !there.constant()
                                .get()
                                .isAt(field.constant().get().bytes(), 0)));
    }

    /** Whether mappings see anything of it. */
    boolean carries() {
        return !records.isEmpty() || !values.isEmpty();
    }

    /** This kind and all that belong to it. */
    Stream<FixedRecord> all() {
        return Stream.concat(Stream.of(this), records.stream().flatMap(FixedRecord::all));
    }

    /** The fields of its object. */
    Map<String, SourceField> schemaFields() {
        Map<String, SourceField> all = new LinkedHashMap<>(values);
        all.putAll(schemaOf(records));
        return all;
    }

    /** The fields that records give the object around them. */
    static Map<String, SourceField> schemaOf(List<FixedRecord> records) {
        Map<String, SourceField> all = new LinkedHashMap<>();
        for (FixedRecord record : records) {
            if (record.carries()) {
                SourceField object = SourceField.object(record.repeats() || record.required(), record.schemaFields());
                all.put(record.name(), record.repeats() ? SourceField.list(record.required(), object) : object);
            }
        }
        return all;
    }
}
