package org.tongwen.mappings.format.fixed;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.mappings.format.layout.FieldCheck;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;

/** Reads the records of one document into a tree: each kind in its place, those of a list that is read item by item handed over. */
final class FixedReader {

    private static final int MAX_FINDINGS = 1_000;

    private final FixedLayout layout;
    private final Optional<FixedRecord> list;
    private final Consumer<Tree> items;
    private final List<Finding> findings = new FindingLimit(MAX_FINDINGS);
    private final RecordSource source;
    private Optional<RawRecord> current = Optional.empty();
    private long lastRecord;
    private long handedOver;
    private boolean damaged;

    private FixedReader(InputStream document, FixedLayout layout, Optional<FixedRecord> list, Consumer<Tree> items) {
        this.layout = layout;
        this.list = list;
        this.items = items;
        this.source = new RecordSource(document, layout, findings);
    }

    /**
     * Reads a document.
     *
     * @param list the records that are handed over and then are not in the tree
     */
    static Checked<Tree> read(
            InputStream document, FixedLayout layout, Optional<FixedRecord> list, Consumer<Tree> items) {
        FixedReader reader = new FixedReader(document, layout, list, items);
        Tree root = reader.document();
        return Checked.of(root, reader.findings.stream().sorted().toList());
    }

    private Tree document() {
        Tree root = Tree.object(Place.of(1, 1, ""));
        advance();
        group(layout.records(), root);
        current.ifPresent(first -> findings.add(Finding.error(
                "fixed.Order",
                first.place(1),
                "a record of this kind cannot stand here; the layout expects " + expected(layout.records()))));
        while (current.isPresent()) {
            RawRecord raw = current.get();
            FixedRecord kind = layout.all()
                    .filter(known -> known.recognises(raw.bytes()))
                    .findFirst()
                    .orElseThrow();
            record(kind, raw, Tree.object(raw.place(1)));
        }
        return root;
    }

    private static String expected(List<FixedRecord> records) {
        return String.join(", ", records.stream().map(FixedRecord::name).toList()) + " in this order";
    }

    /** Goes to the next record that is of a known kind. */
    private void advance() {
        current = source.next();
        while (current.isPresent() && !isKnown(current.get())) {
            findings.add(Finding.error(
                    "fixed.UnknownRecord", current.get().place(1), "the layout knows no record of this kind"));
            current = source.next();
        }
        current.ifPresent(raw -> lastRecord = raw.number());
    }

    private boolean isKnown(RawRecord raw) {
        return layout.all().anyMatch(kind -> kind.recognises(raw.bytes()));
    }

    private void group(List<FixedRecord> kinds, Tree into) {
        for (FixedRecord kind : kinds) {
            boolean found = false;
            while (current.filter(raw -> kind.recognises(raw.bytes())).isPresent() && (!found || kind.repeats())) {
                found = true;
                take(kind, current.get(), into);
            }
            if (!found && kind.required() && !source.isStopped()) {
                missing(kind, into);
            }
        }
    }

    private void missing(FixedRecord kind, Tree into) {
        Place place =
                Place.of((int) Math.min(lastRecord, Integer.MAX_VALUE), current.isPresent() ? 1 : 0, into.pointer());
        String where = current.isPresent() ? "before this one" : "at the end";
        damaged = true;
        findings.add(Finding.error("fixed.MissingRecord", place, "the record " + kind.name() + " is missing " + where));
    }

    private void take(FixedRecord kind, RawRecord raw, Tree into) {
        Tree object = Tree.object(raw.place(1));
        if (list.isPresent() && list.get() == kind) {
            item(kind, raw, object.standsAt(into.pointer() + "/" + kind.name() + "/" + handedOver));
            return;
        }
        if (kind.carries() && kind.repeats()) {
            Tree all = into.field(kind.name()).orElseGet(() -> Tree.list(raw.place(1)));
            into.put(kind.name(), all.add(object));
        } else if (kind.carries()) {
            into.put(kind.name(), object);
        }
        record(kind, raw, object);
    }

    private void item(FixedRecord kind, RawRecord raw, Tree object) {
        handedOver++;
        damaged = false;
        record(kind, raw, object);
        if (!damaged) {
            items.accept(object);
        }
    }

    /** Reads a record and those that belong to it. */
    private void record(FixedRecord kind, RawRecord raw, Tree object) {
        boolean whole = raw.length() == kind.length() || (layout.trimmed() && raw.length() < kind.length());
        List<Finding> wrong = new ArrayList<>();
        if (whole) {
            new FieldsReader(wrong).read(raw, kind, object);
            if (wrong.isEmpty()) {
                new FieldCheck("fixed", wrong).object(object, kind.values());
            }
        } else {
            wrong.add(Finding.error(
                    "fixed.RecordLength",
                    raw.place(1),
                    "the record " + kind.name() + " has " + raw.length() + " bytes, but must have " + kind.length()));
        }
        findings.addAll(wrong);
        damaged |= Finding.anyError(wrong);
        advance();
        group(kind.records(), object);
    }
}
