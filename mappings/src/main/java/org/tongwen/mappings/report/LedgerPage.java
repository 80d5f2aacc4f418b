package org.tongwen.mappings.report;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.VisibleText;

/** A translation as one HTML page that needs nothing beside it: what was carried where, what was lost and why, what was said. */
public final class LedgerPage {

    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8885;--soft:#8881}
            body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}
            h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
            td{overflow-wrap:anywhere}th{font-weight:600}code{font-family:ui-monospace,monospace;font-size:.92em}
            .sums span{display:inline-block;margin:.4rem .8rem 0 0;padding:.1rem .6rem;border-radius:1rem;background:var(--soft)}
            .fate{white-space:nowrap;font-weight:600}.undeclared,.error{color:#c62828}
            .changed,.truncated,.defaulted,.warning{color:#b26a00}.lost{color:#7b5cd6}.mapped,.note{color:#2e7d32}
            @media(prefers-color-scheme:dark){.undeclared,.error{color:#ff8a80}.changed,.truncated,.defaulted,.warning{color:#ffb74d}
            .lost{color:#b39ddb}.mapped,.note{color:#81c784}}
            @media print{body{max-width:none;margin:0}tr{break-inside:avoid}}
            """;

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
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
        page.append(text(mapping + " " + direction.word() + ": " + document)).append("</title><style>\n");
        page.append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(text(mapping))
                .append(" <small>");
        page.append(direction.word())
                .append("</small></h1>\n<p><code>")
                .append(text(document))
                .append("</code>: ");
        page.append(translation.ok() ? "translated" : "refused");
        page.append(digest.isEmpty() ? "" : ", mapping <code>" + text(digest) + "</code>")
                .append("</p>\n");
        sums(translation.ledger(), page);
        findings(translation.findings(), page);
        entries(translation.ledger(), page);
        return page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void sums(List<LedgerEntry> ledger, StringBuilder page) {
        Map<Fate, Long> sums = ledger.stream()
                .collect(Collectors.groupingBy(
                        LedgerEntry::fate, () -> new EnumMap<>(Fate.class), Collectors.counting()));
        page.append("<p class=\"sums\">");
        sums.forEach((fate, count) -> page.append("<span><b class=\"")
                .append(fate.word())
                .append("\">")
                .append(count)
                .append("</b> ")
                .append(fate.word())
                .append("</span>"));
        page.append("</p>\n");
    }

    private static void findings(List<Finding> findings, StringBuilder page) {
        if (findings.isEmpty()) {
            return;
        }
        page.append(
                "<h2>Findings</h2>\n<table><tr><th></th><th>place</th><th>what</th><th>value</th><th>id</th></tr>\n");
        for (Finding finding : findings) {
            String level = finding.severity().name().toLowerCase(Locale.ROOT);
            String hint = finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")";
            page.append("<tr><td class=\"fate ")
                    .append(level)
                    .append("\">")
                    .append(level)
                    .append("</td>");
            cell(finding.place().toString(), page);
            page.append("<td>").append(text(finding.message() + hint)).append("</td>");
            cell(finding.value().orElse(""), page);
            cell(finding.id(), page);
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static void entries(List<LedgerEntry> ledger, StringBuilder page) {
        if (ledger.isEmpty()) {
            return;
        }
        page.append("<h2>Values</h2>\n<table><tr><th>place</th><th>field</th><th>value</th><th>fate</th>");
        page.append("<th>comes back as</th><th>went to</th><th>rule</th><th>reason</th></tr>\n");
        for (LedgerEntry entry : ledger) {
            page.append("<tr>");
            cell(entry.place().toString(), page);
            cell(entry.field(), page);
            cell(entry.value(), page);
            page.append("<td class=\"fate ").append(entry.fate().word()).append("\">");
            page.append(entry.fate().word()).append("</td>");
            cell(entry.fate() == Fate.MAPPED ? "" : entry.became().orElse(""), page);
            cell(entry.target(), page);
            cell(entry.rule(), page);
            page.append("<td>").append(text(entry.reason())).append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static void cell(String content, StringBuilder page) {
        page.append("<td>");
        if (!content.isEmpty()) {
            page.append("<code>").append(text(content)).append("</code>");
        }
        page.append("</td>");
    }

    /** Text as HTML shows it, with characters that would not be seen made visible. */
    private static String text(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
