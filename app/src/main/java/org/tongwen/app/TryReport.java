package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.report.LedgerTable;
import org.tongwen.mappings.report.Table;
import org.tongwen.mappings.sample.DocumentDifference;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.VisibleText;

/**
 * What {@code map try} shows of one document.
 *
 * @param plan the mapping
 * @param way which way it went first
 * @param document what findings call the document
 * @param original the document
 * @param there its translation
 * @param back the translation of that; empty when there is nothing to translate back
 */
record TryReport(
        Plan plan, Direction way, String document, byte[] original, Translation there, Optional<Translation> back) {

    private static final int SHOWN = 60;
    private static final Set<String> VALUES = Set.of("value", "comes back as");

    static TryReport of(AuthoredMapping authored, Direction way, String document, byte[] original, Context context) {
        Mapping mapping = authored.ready();
        Context all = context.reporting(Reporting.LINEAGE);
        Translation there = mapping.translate(way, original, all);
        Optional<Translation> back = there.result().map(result -> mapping.translate(way.opposite(), result, all));
        return new TryReport(authored.plan(), way, document, original, there, back);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(there.findings());
        back.ifPresent(translation -> all.addAll(translation.findings()));
        return all;
    }

    /** How it ended, there and back. */
    Outcome outcome() {
        return there.ok() ? back.map(Translation::outcome).orElse(Outcome.DONE) : there.outcome();
    }

    /**
     * A part of the report; one with neither rows nor text is not shown.
     *
     * @param title what it is about
     * @param table a table, perhaps without rows
     * @param text lines, or nothing
     */
    record Section(String title, Table table, String text) {

        static Section table(String title, Table table) {
            return new Section(title, table, "");
        }

        static Section lines(String title, String text) {
            return new Section(title, Table.empty(), text);
        }

        boolean isEmpty() {
            return table.isEmpty() && text.isBlank();
        }
    }

    String title() {
        return plan.name() + " " + way.word() + ": " + document;
    }

    /** What there is to show, in the order in which somebody asks. */
    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        all.add(Section.lines(title(), result(there)));
        all.add(Section.table("values", LedgerTable.lineage(there.ledger())));
        all.add(Section.table("lost or changed", LedgerTable.losses(there.ledger())));
        all.add(Section.lines("said", FindingText.lines(FindingPrinter.in(document, there.findings()))));
        back.ifPresent(translation -> {
            all.add(Section.lines("back, " + way.opposite().word(), result(translation)));
            all.add(Section.table("values on the way back", LedgerTable.lineage(translation.ledger())));
            all.add(Section.table("lost or changed on the way back", LedgerTable.losses(translation.ledger())));
            all.add(Section.lines("said on the way back", FindingText.lines(translation.findings())));
            all.add(Section.lines(
                    "what came back, against the document",
                    translation.result().map(this::difference).orElse("")));
        });
        return all.stream().filter(section -> !section.isEmpty()).toList();
    }

    /** For a terminal. */
    String text() {
        StringBuilder text = new StringBuilder();
        sections()
                .forEach(section -> text.append("== ")
                        .append(VisibleText.of(section.title()))
                        .append('\n')
                        .append(Columns.text(shown(section.table())))
                        .append(section.text())
                        .append('\n'));
        return text.toString();
    }

    private static String result(Translation translation) {
        return translation
                .result()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(translation.outcome() == Outcome.HELD ? "held for repair\n" : "refused\n")
                .lines()
                .map(VisibleText::of)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String difference(byte[] returned) {
        String difference = way == Direction.TO_ISO
                ? DocumentDifference.institution(plan, original, returned)
                : DocumentDifference.iso(original, returned);
        return difference.isEmpty() ? "the same\n" : difference;
    }

    /** Rows below the names of their columns; values in quotes, and of long ones the beginning. */
    private static List<List<String>> shown(Table table) {
        if (table.isEmpty()) {
            return List.of();
        }
        Table filled = table.withoutEmptyColumns();
        List<List<String>> rows = new ArrayList<>(List.of(filled.columns()));
        for (List<String> row : filled.rows()) {
            rows.add(IntStream.range(0, row.size())
                    .mapToObj(i -> VALUES.contains(filled.columns().get(i)) ? quoted(row.get(i)) : row.get(i))
                    .toList());
        }
        return rows;
    }

    private static String quoted(String value) {
        int length = value.codePointCount(0, value.length());
        String shown = length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
        return value.isEmpty() ? "" : '"' + shown + '"';
    }
}
