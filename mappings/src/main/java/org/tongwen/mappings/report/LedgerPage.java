package org.tongwen.mappings.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A translation as one HTML page: what was carried where, what was lost and why, what was said. */
public final class LedgerPage {

    private LedgerPage() {}

    /**
     * Writes the page in UTF-8.
     *
     * @param mapping the mapping's name
     * @param digest what it was compiled from; empty when it could not be
     * @param document the name of the document that was translated
     */
    public static byte[] of(
            String mapping, String digest, Direction direction, String document, Translation translation) {
        Page page = new Page(mapping + " " + direction.word() + ": " + document);
        page.element("h1", mapping + " " + direction.word()).raw("\n<dl>\n");
        page.element("dt", "Document").element("dd", document).raw("\n");
        page.element("dt", "Result")
                .element("dd", result(translation.outcome()))
                .raw("\n");
        if (!translation.by().isEmpty()) {
            page.element("dt", "Picked mapping").element("dd", translation.by()).raw("\n");
        }
        if (!digest.isEmpty()) {
            page.element("dt", "Digest (SHA-256)").element("dd", digest).raw("\n");
        }
        page.raw("</dl>\n");
        sums(translation.ledger(), page);
        page.table("Findings", findings(translation.findings()));
        page.table("Lost or changed", LedgerTable.losses(translation.ledger()));
        if (translation.ledger().size() > translation.losses().size()) {
            page.table("All values", LedgerTable.lineage(translation.ledger()));
        }
        return page.bytes();
    }

    private static String result(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "translated";
            case HELD -> "held for repair";
            case REFUSED -> "refused";
        };
    }

    private static void sums(List<LedgerEntry> ledger, Page page) {
        if (ledger.isEmpty()) {
            return;
        }
        Map<Fate, Long> sums = ledger.stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::fate, () -> new EnumMap<>(Fate.class), Collectors.counting()));
        page.raw("<p class=\"sums\">");
        sums.forEach((fate, count) -> page.raw("<span>")
                .element("b class=\"" + fate.word() + "\"", count.toString())
                .text(" " + fate.word())
                .raw("</span>"));
        page.raw("</p>\n");
    }

    private static Table findings(List<Finding> findings) {
        return new Table(
                List.of("severity", "place", "path", "what", "value", "id"),
                findings.stream()
                        .map(finding -> List.of(
                                finding.severity().word(),
                                Place.of(finding.place().line(), finding.place().column(), "")
                                        .toString(),
                                finding.place().path(),
                                finding.message() + (finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")"),
                                finding.value().orElse(""),
                                finding.id()))
                        .toList());
    }
}
