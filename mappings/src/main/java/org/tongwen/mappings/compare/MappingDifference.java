package org.tongwen.mappings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.line.Line;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.CodeTable;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.sheet.Row;
import org.tongwen.mappings.sheet.Sheet;
import org.tongwen.xsd.load.Catalogue;

/**
 * All differences between two mappings.
 *
 * @param before name and message of the first
 * @param after name and message of the second
 * @param changes what differs, the head first, then in the order of the messages
 */
public record MappingDifference(Side before, Side after, List<MappingChange> changes) {

    /**
     * One of the two.
     *
     * @param name the mapping's name
     * @param message its message
     */
    public record Side(String name, String message) {}

    /** Copies the changes. */
    public MappingDifference {
        changes = List.copyOf(changes);
    }

    /** Compares two mappings, mistakes or not. */
    public static MappingDifference of(AuthoredMapping before, AuthoredMapping after, Catalogue catalogue) {
        List<MappingChange> changes = new ArrayList<>(head(before.text(), after.text()));
        Map<String, List<Row>> one = rules(Sheet.of(before, catalogue));
        Map<String, List<Row>> other = rules(Sheet.of(after, catalogue));
        Set<String> paths = new LinkedHashSet<>(one.keySet());
        paths.addAll(other.keySet());
        for (String path : paths) {
            changes.addAll(rules(path, one.getOrDefault(path, List.of()), other.getOrDefault(path, List.of())));
        }
        changes.addAll(new DefinitionChanges(before, after, one, other).changes());
        changes.sort(Comparator.comparing(MappingChange::kind));
        return new MappingDifference(side(before), side(after), changes);
    }

    private static Side side(AuthoredMapping mapping) {
        return new Side(mapping.text().name().text(), mapping.text().iso().text());
    }

    private static Map<String, List<Row>> rules(Sheet sheet) {
        return sheet.rows().stream()
                .collect(Collectors.groupingBy(Row::isoPath, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rules of one element: what both have is taken away, the rest is paired in order. */
    private static List<MappingChange> rules(String path, List<Row> before, List<Row> after) {
        List<String> gone =
                before.stream().map(MappingDifference::meaning).collect(Collectors.toCollection(ArrayList::new));
        List<String> come = new ArrayList<>();
        for (Row row : after) {
            String meaning = meaning(row);
            if (!gone.remove(meaning)) {
                come.add(meaning);
            }
        }
        List<MappingChange> changes = new ArrayList<>();
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            String was = i < gone.size() ? gone.get(i) : "";
            String is = i < come.size() ? come.get(i) : "";
            MappingChange.Kind kind = was.isEmpty()
                    ? MappingChange.Kind.ADDED
                    : is.isEmpty() ? MappingChange.Kind.REMOVED : MappingChange.Kind.CHANGED;
            changes.add(new MappingChange(kind, path, was, is));
        }
        return changes;
    }

    /** What a rule does, however the file writes it: absolute paths, no notes. */
    private static String meaning(Row row) {
        boolean itself = row.kind() == Line.Kind.LEAF
                && row.source().size() > 1
                && row.rule().contains("{");
        String source = itself ? "" : String.join(", ", row.source());
        String rule = row.rule().replaceAll("\\s+", " ").strip();
        String what = source.isEmpty() ? rule : (source + " " + rule).strip();
        String where = itself ? " (" + String.join(", ", row.source()) + ")" : "";
        return what
                + where
                + (row.cases().isEmpty()
                        ? ""
                        : " | when " + String.join("; ", row.cases()).replaceAll("\\s+", " "));
    }

    private static List<MappingChange> head(MappingFile before, MappingFile after) {
        List<MappingChange> changes = new ArrayList<>();
        word("mapping", before.name().text(), after.name().text(), changes);
        word("title", before.title(), after.title(), changes);
        word("iso", before.iso().text(), after.iso().text(), changes);
        word("header", before.header().text(), after.header().text(), changes);
        table("source", texts(before.source()), texts(after.source()), changes);
        word("given", given(before), given(after), changes);
        Set<String> tables = new LinkedHashSet<>(before.codes().keySet());
        tables.addAll(after.codes().keySet());
        for (String table : tables) {
            table("codes " + table, codes(before, table), codes(after, table), changes);
        }
        table("no-home", texts(before.noHome()), texts(after.noHome()), changes);
        table("no-field", texts(before.noField()), texts(after.noField()), changes);
        table("refuse", texts(before.refuse()), texts(after.refuse()), changes);
        table("back", texts(before.back()), texts(after.back()), changes);
        word("policy", before.policy().toString(), after.policy().toString(), changes);
        return changes;
    }

    private static String given(MappingFile file) {
        return file.given().stream().map(Word::text).sorted().collect(Collectors.joining(", "));
    }

    private static Map<String, String> codes(MappingFile file, String table) {
        CodeTable codes = file.codes().get(table);
        return codes == null ? Map.of() : texts(codes.toIso());
    }

    private static Map<String, String> texts(Map<String, Word> words) {
        return words.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, word -> word.getValue().text(), (a, b) -> a, LinkedHashMap::new));
    }

    private static void word(String subject, String before, String after, List<MappingChange> changes) {
        if (!before.equals(after)) {
            changes.add(new MappingChange(MappingChange.Kind.HEAD, subject, before, after));
        }
    }

    private static void table(
            String subject, Map<String, String> before, Map<String, String> after, List<MappingChange> changes) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        Function<Map<String, String>, Function<String, String>> value = map -> key -> map.getOrDefault(key, "");
        keys.forEach(key -> word(
                subject + " " + key,
                value.apply(before).apply(key),
                value.apply(after).apply(key),
                changes));
    }
}
