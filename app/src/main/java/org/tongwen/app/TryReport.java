package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.sample.DocumentDifference;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/**
 * What {@code map try} shows of one document.
 *
 * @param plan the mapping
 * @param way which way it went first
 * @param document what findings call the document
 * @param original the document
 * @param there its translation
 * @param back the translation of that; empty when there is nothing to translate back
 * @param message the ISO message, wherever it came out, as far as it can be read
 */
record TryReport(
        Plan plan,
        Direction way,
        String document,
        byte[] original,
        Translation there,
        Optional<Translation> back,
        Optional<BusinessMessage> message) {

    private static final int SHOWN = 60;

    static TryReport of(
            AuthoredMapping authored,
            Direction way,
            String document,
            byte[] original,
            Context context,
            Catalogue catalogue) {
        Mapping mapping = authored.ready();
        Translation there = mapping.translate(way, original, context);
        Optional<Translation> back = there.result().map(result -> mapping.translate(way.opposite(), result, context));
        Optional<byte[]> iso = way == Direction.TO_ISO ? there.result() : Optional.of(original);
        MessageReader reader = new MessageReader(catalogue, Limits.DEFAULT);
        return new TryReport(
                authored.plan(),
                way,
                document,
                original,
                there,
                back,
                iso.flatMap(xml -> reader.read(xml).value()));
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(there.findings());
        back.ifPresent(translation -> all.addAll(translation.findings()));
        return all;
    }

    /**
     * A part of the report; one with neither rows nor text is not shown.
     *
     * @param title what it is about
     * @param rows a table, or nothing
     * @param text lines, or nothing
     */
    record Section(String title, List<List<String>> rows, String text) {

        static Section table(String title, List<List<String>> rows) {
            return new Section(title, rows, "");
        }

        static Section lines(String title, String text) {
            return new Section(title, List.of(), text);
        }

        boolean isEmpty() {
            return rows.isEmpty() && text.isBlank();
        }
    }

    String title() {
        return plan.name() + " " + way.word() + ": " + document;
    }

    /** What there is to show, in the order in which somebody asks. */
    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        all.add(Section.lines(title(), result(there)));
        all.add(Section.table("carried", carried()));
        all.add(Section.table("lost or changed", losses(there)));
        all.add(Section.lines("said", FindingText.lines(FindingPrinter.in(document, there.findings()))));
        back.ifPresent(translation -> {
            all.add(Section.lines("back, " + way.opposite().word(), result(translation)));
            all.add(Section.table("lost or changed on the way back", losses(translation)));
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
                        .append(Columns.text(section.rows()))
                        .append(section.text())
                        .append('\n'));
        return text.toString();
    }

    private static String result(Translation translation) {
        return translation
                .result()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("refused\n")
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

    private static List<List<String>> losses(Translation translation) {
        return translation.losses().stream().map(TryReport::row).toList();
    }

    private static List<String> row(LedgerEntry loss) {
        String became = loss.became().map(value -> " -> " + quoted(value)).orElse("");
        return List.of(loss.place().toString(), quoted(loss.value()) + became, loss.reason());
    }

    private static String quoted(String value) {
        int length = value.codePointCount(0, value.length());
        return '"' + (length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…") + '"';
    }

    /** One row for each value of the message: where it stands, the value, and the leaf of the mapping that it belongs to. */
    private List<List<String>> carried() {
        List<List<String>> rows = new ArrayList<>();
        message.ifPresent(found -> found.parts()
                .forEach(part -> part.root()
                        .all()
                        .filter(node -> node.children().isEmpty())
                        .forEach(node -> rows.add(List.of(node.path(), quoted(node.text()), leaf(node))))));
        return rows;
    }

    private String leaf(Node node) {
        String path = node.path().replaceAll("\\[\\d+\\]", "").substring(1);
        List<Leaf> around = plan.leaves().stream()
                .filter(leaf -> path.equals(leaf.isoPath()) || path.startsWith(leaf.isoPath() + "/"))
                .toList();
        int nearest =
                around.stream().mapToInt(leaf -> leaf.isoPath().length()).max().orElse(0);
        return around.stream()
                .filter(leaf -> leaf.isoPath().length() == nearest)
                .map(TryReport::shown)
                .distinct()
                .collect(Collectors.joining("  or  "));
    }

    private static String shown(Leaf leaf) {
        String sources = String.join(" ", leaf.sources());
        boolean plain = leaf.sources().isEmpty() || sources.equals(leaf.text());
        return leaf.text() + (plain ? "" : " (" + sources + ")") + ", line "
                + leaf.place().line();
    }
}
