package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/**
 * Writes the fields of records.
 *
 * @param findings takes what is wrong
 */
record FieldsWriter(List<Finding> findings) {

    /** The bytes of a record; not to be used when there is an error among the findings. */
    byte[] write(FixedRecord kind, Tree object) {
        byte[] record = new byte[kind.length()];
        for (FixedField field : kind.fields()) {
            byte[] bytes = bytes(field, object);
            System.arraycopy(bytes, 0, record, field.from(), bytes.length);
        }
        return record;
    }

    private byte[] bytes(FixedField field, Tree object) {
        Optional<Tree> value = field.hasValue()
                ? object.field(field.name())
                        .filter(tree ->
                                tree.kind() != Tree.Kind.NULL && !tree.value().isEmpty())
                : Optional.empty();
        if (field.constant().isPresent()) {
            return field.constant().get().bytes();
        }
        Checked<byte[]> written = value.isPresent()
                ? field.coding().write(value.get().value(), field.length())
                : field.coding().blank(field.length());
        value.ifPresent(tree -> written.findings().forEach(finding -> findings.add(said(finding, field, tree))));
        return written.value().orElseGet(() -> new byte[field.length()]);
    }

    private static Finding said(Finding finding, FixedField field, Tree value) {
        return new Finding(
                finding.severity(),
                finding.id(),
                value.place(),
                field.name() + " " + finding.message(),
                Optional.of(value.value()),
                finding.hint());
    }
}
