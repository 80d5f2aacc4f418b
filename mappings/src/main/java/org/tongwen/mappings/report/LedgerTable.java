package org.tongwen.mappings.report;

import java.util.List;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.xsd.finding.Place;

/** The ledger of a translation as tables. */
public final class LedgerTable {

    private LedgerTable() {}

    /** Every value with its fate, where it went, and by which rule. */
    public static Table lineage(List<LedgerEntry> ledger) {
        return new Table(
                List.of("fate", "place", "field", "value", "went to", "rule"),
                ledger.stream()
                        .map(entry -> List.of(
                                entry.fate().word(),
                                place(entry),
                                field(entry),
                                entry.value(),
                                entry.target(),
                                entry.rule()))
                        .toList());
    }

    /** What the result does not hold as it was, what would come back, and why. */
    public static Table losses(List<LedgerEntry> ledger) {
        return new Table(
                List.of("fate", "place", "field", "value", "comes back as", "reason"),
                ledger.stream()
                        .filter(LedgerEntry::isLoss)
                        .map(entry -> List.of(
                                entry.fate().word(),
                                place(entry),
                                field(entry),
                                entry.value(),
                                became(entry),
                                entry.why()))
                        .toList());
    }

    /** A page or report is of one document, so that line and column say enough. */
    private static String place(LedgerEntry entry) {
        return Place.of(entry.place().line(), entry.place().column(), "").toString();
    }

    /** The path tells more than the name: which item of a list, and what stands around. Where there is no value, the name is all. */
    private static String field(LedgerEntry entry) {
        String path = entry.value().isEmpty() ? "" : entry.place().path();
        int attribute = entry.field().indexOf("/@");
        return path.isEmpty()
                ? entry.field()
                : attribute < 0 ? path : path + entry.field().substring(attribute);
    }

    private static String became(LedgerEntry entry) {
        return entry.fate() == Fate.MAPPED ? "" : entry.became().orElse("");
    }
}
