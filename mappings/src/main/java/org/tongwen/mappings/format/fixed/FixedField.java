package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/**
 * A field of a record.
 *
 * @param name as mappings call it; empty for a constant or a filler, which carry nothing
 * @param from bytes of the record before it
 * @param length its length in bytes
 * @param coding how its value stands there
 * @param constant what always stands in it; empty when it varies
 * @param required whether it must have a value
 * @param values the values allowed; empty when any is
 */
record FixedField(
        String name,
        int from,
        int length,
        FieldCoding coding,
        Optional<Constant> constant,
        boolean required,
        List<String> values) {

    /** The bytes that always stand in a field. */
    record Constant(byte[] bytes) {

        boolean isAt(byte[] record, int from) {
            if (from + bytes.length > record.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (record[from + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    int end() {
        return from + length;
    }

    boolean hasValue() {
        return !name.isEmpty() && constant.isEmpty();
    }

    SourceField schema() {
        return new SourceField(
                coding.isNumber() ? Tree.Kind.NUMBER : Tree.Kind.TEXT,
                required,
                OptionalInt.of(coding.maxLength(length)),
                values,
                Map.of(),
                Optional.empty());
    }
}
