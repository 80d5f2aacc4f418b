package org.tongwen.mappings.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.line.Line;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.CodeTable;
import org.tongwen.mappings.read.MappingFile.Policy;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.report.Page;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/**
 * A mapping as one HTML page for the auditor: what is carried, by which rule, what is lost or refused and why, with the values of a sample
 * beside each rule. The page needs nothing else: no script, no font, no picture.
 */
public final class AuditPage {

    /** A condition that is no longer stands in every row that it holds for. */
    private static final int LONGEST_AGAIN = 60;

    private final AuthoredMapping mapping;
    private final List<Finding> findings;
    private final Sheet sheet;
    private final Optional<ShownSample> sample;
    private final Page html;

    private AuditPage(AuthoredMapping mapping, List<Finding> findings, Sheet sheet, Optional<ShownSample> sample) {
        this.mapping = mapping;
        this.findings = findings;
        this.sheet = sheet;
        this.sample = sample;
        this.html = new Page(heading(mapping.text()));
    }

    private static String heading(MappingFile text) {
        return text.name().text() + " ⇄ " + text.iso().text();
    }

    /** The names of the samples that a mapping's page can show. */
    public static List<String> samples(AuthoredMapping mapping) {
        return ShownSample.cases(mapping);
    }

    /**
     * The page.
     *
     * @param findings what the check says of the mapping
     * @param sample the name of a sample to show; empty for none
     */
    public static byte[] of(
            AuthoredMapping mapping, List<Finding> findings, Optional<String> sample, Catalogue catalogue) {
        boolean runs = !Finding.anyError(findings);
        Optional<ShownSample> shown =
                sample.filter(name -> runs).flatMap(name -> ShownSample.of(mapping, name, catalogue));
        return new AuditPage(mapping, findings, Sheet.of(mapping, catalogue), shown).page();
    }

    private byte[] page() {
        MappingFile text = mapping.text();
        head(text);
        checks();
        rows();
        codes(text.codes());
        reasons(
                "Declared losses",
                "The message cannot hold these fields; every translation says that they are lost.",
                "Field",
                "Reason",
                text.noHome());
        reasons(
                "Declared losses on the way back",
                "The institution's format has no field for these elements; every translation says that they are lost.",
                "Element",
                "Reason",
                text.noField());
        reasons(
                "Refusals",
                "A document that has one of these fields is not translated.",
                "Field",
                "Reason",
                text.refuse());
        reasons(
                "Only on the way back",
                "These fields are not in the message; the way back fills them.",
                "Field",
                "Value",
                text.back());
        policies(text.policy());
        losses();
        return html.bytes();
    }

    private void head(MappingFile text) {
        html.element("h1", heading(text)).raw("\n").element("p", text.title());
        html.raw("\n<dl>\n");
        entry(
                "Institution's format",
                text.source().entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue().text())
                        .collect(Collectors.joining(", ")));
        entry("File", text.place().document());
        entry("Digest (SHA-256)", mapping.digest());
        if (!text.given().isEmpty()) {
            entry(
                    "Supplied by the profile",
                    text.given().stream().map(Word::text).collect(Collectors.joining(", ")));
        }
        sample.ifPresent(shown -> entry("Values of the sample", shown.name()));
        sample.map(ShownSample::origin)
                .filter(origin -> !origin.isBlank())
                .ifPresent(origin -> entry("Origin of the sample", origin));
        html.raw("</dl>\n");
    }

    private void entry(String name, String value) {
        html.element("dt", name).element("dd", value).raw("\n");
    }

    private void checks() {
        html.raw("<h2>What the check says</h2>\n");
        if (findings.isEmpty()) {
            html.raw("<p>Nothing: no error, no warning.</p>\n");
            return;
        }
        html.raw("<ul>\n");
        for (Finding finding : findings) {
            html.raw("<li class=\"" + finding.severity().word() + "\">")
                    .text(finding.severity().word() + " in line "
                            + finding.place().line() + ": " + finding.message())
                    .raw(" <span class=\"soft\">")
                    .text(finding.id())
                    .raw("</span></li>\n");
        }
        html.raw("</ul>\n");
    }

    private void rows() {
        html.raw(
                        "<h2>Rules</h2>\n<p class=\"soft\">Each rule is read in both directions; one that begins with = is written, and")
                .raw(" compared on the way back. M: mandatory, O: optional.</p>\n<table class=\"rules\">\n<thead><tr>")
                .raw(
                        "<th style=\"width:22%\">ISO element</th><th style=\"width:25%\">Institution's field and rule</th>")
                .raw("<th style=\"width:17%\">When, notes</th><th style=\"width:18%\">Sample: institution</th>")
                .raw("<th style=\"width:18%\">Sample: ISO</th></tr></thead>\n<tbody>\n");
        String group = "";
        String note = "";
        List<String> cases = List.of();
        for (Row row : sheet.rows()) {
            int slash = row.isoPath().lastIndexOf('/');
            String parent = row.isoPath().substring(0, slash);
            if (!parent.equals(group)) {
                html.raw("<tr class=\"group\">")
                        .raw("<th colspan=\"5\">")
                        .text(parent.replace("/", " / "))
                        .raw("</th></tr>\n");
            }
            row(row, row.note().equals(note) ? "" : row.note(), shortened(row.cases(), cases));
            cases = row.cases();
            group = parent;
            note = row.note();
        }
        html.raw("</tbody>\n</table>\n");
    }

    /** Conditions as a row shows them: a long one that the row before has in the same place stands there only. */
    private static List<String> shortened(List<String> cases, List<String> before) {
        return IntStream.range(0, cases.size())
                .mapToObj(i -> cases.get(i).length() > LONGEST_AGAIN
                                && i < before.size()
                                && cases.get(i).equals(before.get(i))
                        ? "(as above)"
                        : cases.get(i))
                .toList();
    }

    private void row(Row row, String note, List<String> cases) {
        html.raw("<tr><td>")
                .text(row.isoPath().substring(row.isoPath().lastIndexOf('/') + 1))
                .raw("<br><span class=\"soft\">")
                .text(row.demand() + " · " + row.type())
                .raw("</span></td><td>");
        if (!row.source().isEmpty()) {
            html.raw("<code>").lines(row.source()).raw("</code><br>");
        }
        html.raw(row.kind() == Line.Kind.LEAF ? "<code>" : "<span class=\"soft\">")
                .text(row.rule())
                .raw(row.kind() == Line.Kind.LEAF ? "</code>" : "</span>")
                .raw("</td><td>");
        html.lines(cases).raw(cases.isEmpty() || note.isEmpty() ? "" : "<br>");
        html.raw("<span class=\"soft\">").text(note).raw("</span></td><td>");
        Optional<RowValues> values = sample.flatMap(ShownSample::values);
        html.lines(values.map(found -> found.source(row)).orElse(List.of())).raw("</td><td>");
        html.lines(values.map(found -> found.iso(row, sheet.rows())).orElse(List.of()))
                .raw("</td></tr>\n");
    }

    private void codes(Map<String, CodeTable> tables) {
        tables.forEach((name, table) -> {
            html.element("h2", "Code table " + name)
                    .raw("\n<table class=\"narrow\">\n<thead><tr>")
                    .raw("<th>Institution's code</th><th>ISO code</th></tr></thead>\n<tbody>\n");
            table.toIso().forEach((source, iso) -> cells(source, iso.text()));
            html.raw("</tbody>\n</table>\n");
        });
    }

    private void reasons(String title, String explanation, String first, String second, Map<String, Word> entries) {
        html.element("h2", title).raw("\n");
        if (entries.isEmpty()) {
            html.raw("<p>None.</p>\n");
            return;
        }
        html.raw("<p class=\"soft\">")
                .text(explanation)
                .raw("</p>\n<table class=\"narrow\">\n<thead><tr>")
                .element("th", first)
                .element("th", second)
                .raw("</tr></thead>\n<tbody>\n");
        entries.forEach((field, word) -> cells(field, word.text()));
        html.raw("</tbody>\n</table>\n");
    }

    private void cells(String one, String other) {
        html.raw("<tr><td><code>")
                .text(one)
                .raw("</code></td>")
                .element("td", other)
                .raw("</tr>\n");
    }

    private void policies(Policy policy) {
        html.raw(
                "<h2>Policies</h2>\n<table class=\"narrow\">\n<thead><tr><th>When</th><th>Then</th></tr></thead>\n<tbody>\n");
        cells(
                "unread-source",
                policy.unreadSource().word() + ": the institution's document holds a value that nothing carries");
        cells(
                "unread-iso",
                policy.unreadIso().word() + ": the message holds a value that the institution's format does not");
        cells(
                "formula-differs",
                policy.formulaDiffers().word() + ": the message has another value than the formula gives");
        html.raw("</tbody>\n</table>\n");
    }

    /** What the sample's translation says, and what it loses. */
    private void losses() {
        if (sample.isEmpty()) {
            return;
        }
        html.element(
                        "h2",
                        "What was said and lost with the sample " + sample.get().name())
                .raw("\n");
        List<Finding> said = sample.get().translation().findings();
        List<LedgerEntry> losses = sample.get().translation().losses();
        if (said.isEmpty() && losses.isEmpty()) {
            html.raw("<p>Nothing.</p>\n");
            return;
        }
        html.raw("<table class=\"narrow\">\n<thead><tr><th>Field</th><th>What</th></tr></thead>\n<tbody>\n");
        said.forEach(finding -> cells(finding.place().path(), finding.severity().word() + ": " + finding.message()));
        losses.forEach(
                loss -> cells(loss.field(), (loss.became().isPresent() ? "changed: " : "lost: ") + loss.reason()));
        html.raw("</tbody>\n</table>\n");
    }
}
