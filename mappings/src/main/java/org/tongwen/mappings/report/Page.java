package org.tongwen.mappings.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.finding.VisibleText;

/**
 * An HTML page in the making that needs nothing beside it: no script, no font, no picture. It is read on screens, light or dark, and
 * printed. Everything that comes from files goes through {@link #text}: no file can put markup into the page.
 */
public final class Page {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1a1c1f;--soft:#5b6470;--line:#d7dbe0;--paper:#fff;--band:#f3f5f7;--code:#0b4f8a;--bad:#b3261e;--warn:#8a5a00;--good:#256b2a;--lost:#5f3fb5}
            @media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#9aa4af;--line:#3a4149;--paper:#15181b;--band:#1f2429;--code:#8ec5f5;--bad:#ff8a80;--warn:#f0c36d;--good:#81c784;--lost:#b39ddb}}
            body{font:15px/1.45 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);margin:2rem auto;max-width:84rem;padding:0 1.5rem}
            h1{font-size:1.6rem;margin:0 0 .2rem;overflow-wrap:anywhere}h2{font-size:1.15rem;margin:2.2rem 0 .6rem;overflow-wrap:anywhere}p{margin:.3rem 0}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
            table.rules,table.wide{table-layout:fixed}th.short{width:5.5rem}th.name{width:12rem}table.narrow{width:auto;min-width:22rem}
            thead th{color:var(--soft);font-weight:600;border-bottom:2px solid var(--line);white-space:nowrap}tr.group th{background:var(--band);font-weight:600;padding:.3rem .5rem}
            code,pre{font:13px/1.45 ui-monospace,"Cascadia Mono","DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}code{color:var(--code)}
            pre{background:var(--band);padding:.8rem 1rem;margin:0;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:.3rem}
            .soft{color:var(--soft);font-size:13px}.word{white-space:nowrap;font-weight:600}
            .error,.undeclared,.gone{color:var(--bad)}.warning,.changed,.truncated,.defaulted{color:var(--warn)}.lost{color:var(--lost)}.mapped,.note,.come{color:var(--good)}
            .sums span{display:inline-block;margin:.5rem .6rem 0 0;padding:.1rem .7rem;border-radius:1rem;background:var(--band);color:var(--ink)}
            @media (max-width:40rem){body{margin:1rem auto;padding:0 .8rem}dl{display:block}dd{margin:0 0 .4rem}table.wide,table.wide tbody,table.wide tr,table.wide td{display:block;width:auto}table.wide thead{display:none}table.wide tr{border-bottom:1px solid var(--line);padding:.4rem 0}table.wide td{border:0;padding:.1rem 0}table.wide td:empty{display:none}}
            @media print{body{margin:0;max-width:none;font-size:10pt;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h2,tr.group{break-after:avoid}code,pre{font-size:8.5pt}}
            """;

    /** Words that stand in their own colour where they are all that a cell says. */
    private static final Set<String> COLOURED = Stream.concat(
                    Arrays.stream(Fate.values()).map(Fate::word),
                    Arrays.stream(Severity.values()).map(Severity::word))
            .collect(Collectors.toUnmodifiableSet());

    /** Columns whose cells are sentences; all others hold what stands in files. */
    private static final Set<String> SENTENCES = Set.of("reason", "what");

    /** Columns of names that stand beside sentences, which need the room. */
    private static final Set<String> NAMES = Set.of("path", "id");

    /** Columns of words and numbers; all others share the width. */
    private static final Set<String> SHORT = Set.of("fate", "severity", "place");

    private final StringBuilder page = new StringBuilder();

    /** Begins a page with a title that is not shown on it. */
    public Page(String title) {
        raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title)
                .raw("\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    }

    /** Our own markup, as it is. */
    public Page raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Somebody's text, with everything escaped that would mean something to a browser or hide something from a reader. */
    public Page text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** An element with a text; attributes, which are ours, may stand behind the tag's name. */
    public Page element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ", 2)[0] + ">");
    }

    /** Texts with a line break between them. */
    public Page lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            raw(i == 0 ? "" : "<br>").text(lines.get(i));
        }
        return this;
    }

    /** A heading and a table, without columns that say nothing; nothing at all for a table without rows. */
    public Page table(String heading, Table table) {
        if (table.isEmpty()) {
            return this;
        }
        Table shown = table.withoutEmptyColumns();
        element("h2", heading).raw("\n<table class=\"wide\">\n<thead><tr>");
        shown.columns().forEach(column -> element(heading(column), column));
        raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : shown.rows()) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), shown.columns().get(i));
            }
            raw("</tr>\n");
        }
        return raw("</tbody>\n</table>\n");
    }

    private static String heading(String column) {
        if (SHORT.contains(column)) {
            return "th class=\"short\"";
        }
        return NAMES.contains(column) ? "th class=\"name\"" : "th";
    }

    private void cell(String text, String column) {
        if (COLOURED.contains(text)) {
            element("td class=\"word " + text + "\"", text);
        } else if (text.isEmpty() || SENTENCES.contains(column)) {
            element("td", text);
        } else {
            raw("<td>").path(text).raw("</td>");
        }
    }

    /** What stands in a file, such as a path. Paths are long: they break behind a stroke. */
    public Page path(String text) {
        return raw("<code>").raw(escaped(text).replace("/", "/<wbr>")).raw("</code>");
    }

    private static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The whole page, in UTF-8. It ends here. */
    public byte[] bytes() {
        return (page + "</body>\n</html>\n").getBytes(StandardCharsets.UTF_8);
    }
}
