package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tongwen.mappings.format.Format;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * SWIFT MT messages: {@code source: {format: mt, type: 103}}. Each type has a layout of its own among our resources. Without a type the
 * message's own type picks the layout, as a dispatch needs it.
 */
public final class MtFormat implements Format {

    private static final String TYPE = "type";
    private static final List<String> TYPES = List.of(
            "101", "103", "190", "191", "192", "196", "199", "200", "202", "204", "205", "210", "290", "291", "292",
            "296", "299", "900", "910", "940", "941", "942", "950");

    /** One for each type, made when it is first asked for. */
    private static final Map<String, RuledSource> SOURCES = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "mt";
    }

    @Override
    public Set<String> options() {
        return Set.of(TYPE);
    }

    @Override
    public Checked<SourceFormat> open(Map<String, String> options, MappingFiles files) {
        List<Finding> findings = new ArrayList<>();
        options.keySet().stream()
                .filter(option -> !option.equals(TYPE) && !option.equals("format"))
                .sorted()
                .forEach(option -> findings.add(unknownOption(option)));
        if (findings.isEmpty() && !options.containsKey(TYPE)) {
            return Checked.of(new AnyMtSource(), findings);
        }
        Optional<RuledSource> source = source(options.getOrDefault(TYPE, ""));
        if (source.isEmpty()) {
            findings.add(unknownType(options.getOrDefault(TYPE, "")));
        }
        return findings.isEmpty() ? Checked.of(source.orElseThrow(), findings) : Checked.none(findings);
    }

    /** The messages of a type, where it has a layout; all mappings of the type share it. */
    static Optional<RuledSource> source(String type) {
        return TYPES.contains(type)
                ? Optional.of(SOURCES.computeIfAbsent(
                        type, key -> new RuledSource(layout(key).orElseThrow())))
                : Optional.empty();
    }

    /** The layout of a message type, where there is one. */
    static Optional<Layout> layout(String type) {
        return TYPES.contains(type) ? Layout.load(type) : Optional.empty();
    }

    /** The message types that have a layout. */
    static List<String> types() {
        return TYPES;
    }

    private static Finding unknownOption(String option) {
        return Finding.error("mapping.UnknownOption", Place.NOWHERE, "Format mt has no option " + option)
                .value(option)
                .hint("its option is type");
    }

    private static Finding unknownType(String type) {
        return Finding.error("mapping.UnknownType", Place.NOWHERE, "Format mt has no layout for this message type")
                .value(type)
                .hint("types: " + String.join(", ", TYPES));
    }
}
