package org.tongwen.app;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongwen.mappings.report.Page;
import org.tongwen.rules.Profiled;
import org.tongwen.rules.pack.RuleOutcome;
import org.tongwen.rules.pack.RuleVerdict;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.VisibleText;

/** Writes verdicts as one page: what is wrong first, then the rules that were asked. */
final class VerdictHtml {

    private static final String TITLE = "Verdicts";

    /** Columns of words and of names; all others share the width. */
    private static final Map<String, String> WIDTHS =
            Map.of("severity", "short", "id", "name", "rule", "name", "outcome", "name");

    private final Page page = new Page(TITLE);

    private VerdictHtml() {}

    static byte[] of(List<FileVerdict> verdicts) {
        VerdictHtml html = new VerdictHtml();
        html.page.element("h1", TITLE).raw("\n");
        verdicts.forEach(html::write);
        return html.page.bytes();
    }

    private void write(FileVerdict verdict) {
        page.element("h2", verdict.line().strip()).raw("\n");
        verdict.rules().ifPresent(this::counts);
        if (verdict.findings().isEmpty()) {
            page.element("p", "Nothing was found.").raw("\n");
        } else {
            head("severity", "place", "id", "what");
            verdict.findings().stream()
                    .sorted(Comparator.comparing(Finding::severity))
                    .forEach(finding -> finding(finding, verdict.file()));
            page.raw("</tbody></table>\n");
        }
        verdict.rules().ifPresent(this::rules);
    }

    private void counts(Profiled rules) {
        page.raw("<p class=\"sums\">");
        for (RuleOutcome outcome : RuleOutcome.values()) {
            page.element("span", rules.judgement().count(outcome) + " " + outcome.word());
        }
        page.raw("</p>\n<dl>").element("dt", "profile").element("dd", rules.profile());
        page.element("dt", "as of").element("dd", rules.asOf().toString());
        rules.judgement()
                .editions()
                .forEach(edition -> page.element("dt", edition.pack() + " " + edition.release())
                        .element("dd", "sha256:" + edition.digest()));
        page.raw("</dl>\n");
    }

    private void head(String... columns) {
        page.raw("<table class=\"wide\"><thead><tr>");
        for (String column : columns) {
            page.element("th class=\"" + WIDTHS.getOrDefault(column, "what") + "\"", column);
        }
        page.raw("</tr></thead><tbody>\n");
    }

    /** The heading names the file; beside each finding it would only take room. */
    private void finding(Finding finding, String file) {
        String word = finding.severity().word();
        String value = finding.value().map(text -> ": " + VisibleText.of(text)).orElse("");
        page.raw("<tr>").element("td class=\"word " + word + "\"", word);
        Place place = finding.place();
        Place shown = place.document().equals(file) ? new Place("", place.line(), place.column(), place.path()) : place;
        page.raw("<td>").path(shown.toString()).raw("</td>");
        page.element("td", finding.id()).raw("<td>").text(finding.message() + value);
        if (!finding.hint().isEmpty()) {
            page.element("p class=\"soft\"", finding.hint());
        }
        page.raw("</td></tr>\n");
    }

    private void rules(Profiled rules) {
        List<RuleVerdict> verdicts = rules.judgement().verdicts();
        page.raw("<details><summary>").text(verdicts.size() + " rules").raw("</summary>");
        head("rule", "outcome", "what");
        verdicts.forEach(verdict -> page.raw("<tr>")
                .element("td", verdict.rule().id())
                .element("td", verdict.outcome().word())
                .element("td", sentence(verdict))
                .raw("</tr>\n"));
        page.raw("</tbody></table></details>\n");
    }

    private static String sentence(RuleVerdict verdict) {
        return List.of(verdict.rule().words(), verdict.reason()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
