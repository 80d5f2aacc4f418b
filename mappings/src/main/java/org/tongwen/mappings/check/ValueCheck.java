package org.tongwen.mappings.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.codec.Table;
import org.tongwen.mappings.plan.PlanCompiler;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.CodeTable;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.finding.Place;

/**
 * Compares the values that are known beforehand with the types of the elements that they are written to: rows of code tables, defaults, and
 * the values of source fields that have a list of them.
 */
final class ValueCheck implements Visitor {

    private final MappingFile file;
    private final Report report;
    private final Map<String, Table> tables;

    /** For each table the codes that its sources can hold; no entry for a table that some source may use with any code. */
    private final Map<String, Set<String>> sources = new LinkedHashMap<>();

    private final Set<String> open = new HashSet<>();

    ValueCheck(MappingFile file, Report report) {
        this.file = file;
        this.report = report;
        this.tables = PlanCompiler.tables(file);
    }

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        Optional<SimpleType> type = spot.valueType();
        Optional<SourceField> field = spot.field(pair.path());
        Optional<Codec> codec = codec(pair.codec());
        if (type.isEmpty() || field.isEmpty() || codec.isEmpty() || codec.get().takesList()) {
            return;
        }
        if (Codecs.name(pair.codec()).equals("code")) {
            table(Codecs.arguments(pair.codec()).get(0), field.get(), pair, type.get(), spot);
        } else if (codec.get().isSimple()) {
            listed(field.get(), codec.get(), pair, type.get(), spot);
        }
        if (codec.get().isSimple()) {
            literal(pair.otherwise()).ifPresent(value -> standard(value, codec.get(), type.get(), pair.place()));
        }
    }

    private Optional<Codec> codec(String call) {
        return call.isEmpty() ? Optional.of(Codecs.plain()) : Codecs.find(call, tables);
    }

    /** The text of a default in quotes; formulas are looked at elsewhere. */
    private static Optional<String> literal(String otherwise) {
        String text = otherwise.startsWith("=") ? otherwise.substring(1).strip() : otherwise;
        boolean quoted = text.length() > 1 && text.startsWith("'") && text.indexOf('\'', 1) == text.length() - 1;
        return quoted ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
    }

    private void table(String name, SourceField field, MappingFile.Pair pair, SimpleType type, Spot spot) {
        CodeTable table = file.codes().get(name);
        if (table == null || type.primitive() != Primitive.STRING) {
            return;
        }
        for (Word iso : table.toIso().values()) {
            wrong(iso.text(), type)
                    .ifPresent(wrong -> report.add(wrong.kind()
                            .at(
                                    iso.place(),
                                    "a code of the table " + name + ", which "
                                            + spot.element().name() + " gets, " + wrong.reason())
                            .value(iso.text())));
        }
        List<String> values = value(field).values();
        if (values.isEmpty()) {
            open.add(name);
            return;
        }
        sources.computeIfAbsent(name, key -> new HashSet<>()).addAll(values);
        List<String> missing = values.stream()
                .filter(value -> table.otherwise().isEmpty())
                .filter(value -> !table.toIso().containsKey(value))
                .toList();
        if (!missing.isEmpty()) {
            report.add(
                    MappingFinding.MISSING_CODE
                            .at(
                                    pair.place(),
                                    pair.path() + " may hold " + String.join(", ", missing) + ", for which the table "
                                            + name + " has no code")
                            .hint("documents with such a code are refused"),
                    spot.isoPath());
        }
    }

    /** Values that the source schema lists. */
    private void listed(SourceField field, Codec codec, MappingFile.Pair pair, SimpleType type, Spot spot) {
        List<String> values = value(field).values();
        List<String> refused = new ArrayList<>();
        Optional<Wrong> last = Optional.empty();
        for (String value : values) {
            Optional<Wrong> wrong = wrong(value, codec, type);
            if (wrong.isPresent()) {
                last = wrong;
                refused.add(value);
            }
        }
        last.ifPresent(wrong -> {
            String message = pair.path() + " may hold " + String.join(", ", refused) + ", but "
                    + spot.element().name() + " " + wrong.reason();
            report.add(
                    refused.size() == values.size()
                            ? wrong.kind().at(pair.place(), message)
                            : wrong.kind()
                                    .warning(pair.place(), message)
                                    .hint("documents with such a value are refused"),
                    spot.isoPath());
        });
    }

    private static SourceField value(SourceField field) {
        return field.kind() == Tree.Kind.LIST ? field.items().orElse(field) : field;
    }

    private void standard(String value, Codec codec, SimpleType type, Place place) {
        wrong(value, codec, type)
                .ifPresent(wrong -> report.add(
                        wrong.kind().at(place, "the default " + wrong.reason()).value(value)));
    }

    private record Wrong(MappingFinding kind, String reason) {}

    private static Optional<Wrong> wrong(String value, Codec codec, SimpleType type) {
        Converted<Map<String, String>> converted = codec.toIso(Codec.Source.of(value));
        if (converted instanceof Converted.Refused<Map<String, String>> refused) {
            return Optional.of(new Wrong(MappingFinding.PATTERN_NEVER, refused.message()));
        }
        Map<String, String> done = ((Converted.Done<Map<String, String>>) converted).value();
        return wrong(done.getOrDefault("", ""), type);
    }

    private static Optional<Wrong> wrong(String iso, SimpleType type) {
        return type.violation(iso)
                .map(violation -> new Wrong(
                        violation.id().equals("xsd.NotInEnumeration")
                                ? MappingFinding.NOT_IN_CODE_SET
                                : MappingFinding.PATTERN_NEVER,
                        violation.message()));
    }

    @Override
    public void end() {
        sources.forEach((name, codes) -> {
            CodeTable table = file.codes().get(name);
            if (table != null && !open.contains(name)) {
                table.toIso().forEach((source, iso) -> unused(name, source, iso, codes));
            }
        });
    }

    private void unused(String table, String source, Word iso, Set<String> codes) {
        if (!codes.contains(source)) {
            report.add(MappingFinding.UNUSED.at(
                    iso.place(),
                    "the row " + source + " of the table " + table + " is for a code that no source holds"));
        }
    }
}
