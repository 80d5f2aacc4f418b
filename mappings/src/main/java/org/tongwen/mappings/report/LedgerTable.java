package org.tongwen.mappings.report;

import java.util.List;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;

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
                                entry.field(),
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
                                entry.field(),
                                entry.value(),
                                became(entry),
                                entry.reason()))
                        .toList());
    }

    /** All of both. */
    static Table all(List<LedgerEntry> ledger) {
        return new Table(
                List.of("fate", "place", "field", "value", "comes back as", "went to", "rule", "reason"),
                ledger.stream()
                        .map(entry -> List.of(
                                entry.fate().word(),
                                place(entry),
                                entry.field(),
                                entry.value(),
                                became(entry),
                                entry.target(),
                                entry.rule(),
                                entry.reason()))
                        .toList());
    }

    /** A page or report is of one document, so that line and column say enough. */
    private static String place(LedgerEntry entry) {
        return entry.place().in("").toString();
    }

    private static String became(LedgerEntry entry) {
        return entry.fate() == Fate.MAPPED ? "" : entry.became().orElse("");
    }
}
