package org.tongwen.mappings.format.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.format.ItemWriter;
import org.tongwen.mappings.format.layout.FieldCheck;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;

/** Writes a document record by record: what stands before the list at once, items as they come, the rest at the end. */
final class FixedWriter implements ItemWriter {

    private static final int MAX_FINDINGS = 1_000;

    private final FixedLayout layout;
    private final Optional<FixedRecord> list;
    private final byte[] lineEnd;
    private final OutputStream out;
    private final ByteArrayOutputStream behind = new ByteArrayOutputStream();
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);
    private final Map<FixedRecord, Map<String, SourceField>> schemas = new IdentityHashMap<>();
    private OutputStream target;

    /**
     * Begins a document.
     *
     * @param list the records that come item by item; the frame has none of them
     */
    FixedWriter(FixedLayout layout, OutputStream out, Optional<FixedRecord> list, Tree frame) {
        this.layout = layout;
        this.list = list;
        this.lineEnd = layout.charset().encode(layout.lineEnd()).orElseThrow();
        this.out = out;
        this.target = out;
        new FieldCheck("fixed", findings)
                .object(frame, withoutList(layout.schema().fields(), layout.records()));
        group(layout.records(), frame);
        this.target = out;
    }

    @Override
    public void item(Tree item) {
        record(list.orElseThrow(), item);
    }

    @Override
    public List<Finding> end() {
        write(behind.toByteArray());
        return findings.stream().sorted().toList();
    }

    private void group(List<FixedRecord> kinds, Tree around) {
        for (FixedRecord kind : kinds) {
            if (list.isPresent() && list.get() == kind) {
                target = behind;
            } else {
                group(kind, around);
            }
        }
    }

    private void group(FixedRecord kind, Tree around) {
        Optional<Tree> found = around.field(kind.name());
        if (!kind.carries()) {
            if (kind.required()) {
                record(kind, Tree.object(around.place()));
            }
        } else if (found.isEmpty()) {
            missing(kind, around);
        } else if (kind.repeats()) {
            found.get().items().forEach(item -> record(kind, item));
        } else {
            record(kind, found.get());
        }
    }

    /** The record that the items belong to must be there; that a required one is missing was said of the object around it. */
    private void missing(FixedRecord kind, Tree around) {
        boolean holdsItems = list.isPresent() && kind.all().anyMatch(inner -> inner == list.get());
        if (holdsItems && !kind.required()) {
            findings.add(Finding.error(
                    "fixed.Missing",
                    around.place(),
                    kind.name() + " has no value, but holds the items that are written"));
        }
    }

    private void record(FixedRecord kind, Tree object) {
        List<Finding> wrong = new ArrayList<>();
        byte[] bytes = new byte[0];
        if (object.kind() == Tree.Kind.OBJECT) {
            new FieldCheck("fixed", wrong).object(object, schemas.computeIfAbsent(kind, this::schema));
            bytes = new FieldsWriter(wrong).write(kind, object);
        } else {
            wrong.add(Finding.error("fixed.Structure", object.place(), kind.name() + " must be an object with fields"));
        }
        findings.addAll(wrong);
        if (!Finding.anyError(wrong)) {
            write(bytes);
            write(lineEnd);
            group(kind.records(), object);
        }
    }

    private Map<String, SourceField> schema(FixedRecord kind) {
        return withoutList(kind.schemaFields(), kind.records());
    }

    /** The fields of an object but for the list, whose items do not come in it. */
    private Map<String, SourceField> withoutList(Map<String, SourceField> fields, List<FixedRecord> inside) {
        boolean here = list.isPresent() && inside.stream().anyMatch(kind -> kind == list.get());
        Map<String, SourceField> others = new LinkedHashMap<>(fields);
        if (here) {
            others.remove(list.get().name());
        }
        return others;
    }

    private void write(byte[] bytes) {
        try {
            target.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
