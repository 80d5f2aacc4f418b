package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingLimit;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** Gathers what many portions of a document have to say, up to a number; the rest is counted by kind. */
final class BulkReport {

    private static final int MOST = 1_000;

    private final FindingLimit findings = new FindingLimit(MOST);
    private final Set<Finding> known = new HashSet<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Map<String, Long> others = new TreeMap<>();
    private int losses;

    void add(List<Finding> said) {
        for (Finding finding : said) {
            if (known.contains(finding)) {
                continue;
            }
            if (findings.isFull()) {
                others.merge(finding.id(), 1L, Long::sum);
            } else {
                known.add(finding);
            }
            findings.add(finding);
        }
    }

    /** Values that arrived whole do not take the room of losses. */
    void ledger(List<LedgerEntry> entries) {
        for (LedgerEntry entry : entries) {
            int before = entry.isLoss() ? losses : ledger.size() - losses;
            if (before >= MOST) {
                others.merge("values " + entry.fate().word(), 1L, Long::sum);
                continue;
            }
            losses += entry.isLoss() ? 1 : 0;
            ledger.add(entry);
        }
    }

    /** Takes over what another report gathered. */
    void add(BulkReport other) {
        add(other.findings);
        ledger(other.ledger);
        other.others.forEach((kind, count) -> others.merge(kind, count, Long::sum));
    }

    boolean hasErrors() {
        return Finding.anyError(findings);
    }

    /** All findings in their order, with a note on those that were not kept. */
    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(findings.stream().sorted().toList());
        if (!others.isEmpty()) {
            String counts = others.entrySet().stream()
                    .map(entry -> String.format("%s %,d", entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", "));
            sorted.add(Finding.note(
                    "mapping.More",
                    Place.NOWHERE,
                    "only the first " + MOST + " are listed; besides there are: " + counts));
        }
        return sorted;
    }

    /** What became of the values; nothing when another error than a loss leaves no result to speak of. */
    List<LedgerEntry> ledger() {
        boolean isNone = findings.stream()
                .anyMatch(finding ->
                        finding.severity() == Severity.ERROR && !finding.id().equals("mapping.UndeclaredLoss"));
        return isNone ? List.of() : ledger;
    }
}
