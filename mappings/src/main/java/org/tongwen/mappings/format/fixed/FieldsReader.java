package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.stream.IntStream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/**
 * Reads the fields of records.
 *
 * @param findings takes what is wrong
 */
record FieldsReader(List<Finding> findings) {

    void read(RawRecord raw, FixedRecord kind, Tree object) {
        for (FixedField field : kind.fields()) {
            if (field.hasValue()) {
                value(raw, field, object);
            } else if (field.constant().isEmpty()) {
                filler(raw, field);
            }
        }
    }

    private void value(RawRecord raw, FixedField field, Tree object) {
        Checked<String> read = field.coding().read(raw.bytes(), field.from(), field.length());
        Tree.Kind kind = field.coding().isNumber() ? Tree.Kind.NUMBER : Tree.Kind.TEXT;
        Tree leaf = Tree.leaf(kind, read.value().orElse(""), raw.place(field.from() + 1));
        for (Finding finding : read.findings()) {
            object.put(field.name(), leaf);
            findings.add(said(finding, field).at(leaf.place()));
        }
        if (read.value().isPresent()) {
            object.put(field.name(), leaf);
        }
    }

    private static Finding said(Finding finding, FixedField field) {
        return new Finding(
                finding.severity(),
                finding.id(),
                finding.place(),
                field.name() + " " + finding.message(),
                finding.value(),
                finding.hint());
    }

    /** What stands in a filler would be lost. */
    private void filler(RawRecord raw, FixedField field) {
        byte[] empty = field.coding().blank(field.length()).value().orElseThrow();
        boolean zeros = IntStream.range(field.from(), field.end()).allMatch(i -> raw.bytes()[i] == 0);
        boolean blank = IntStream.range(0, empty.length).allMatch(i -> raw.bytes()[field.from() + i] == empty[i]);
        if (!zeros && !blank) {
            findings.add(Finding.warning(
                    "fixed.Filler",
                    raw.place(field.from() + 1),
                    "bytes " + (field.from() + 1) + " to " + field.end()
                            + " hold something, but the layout has no field there; it is lost"));
        }
    }
}
