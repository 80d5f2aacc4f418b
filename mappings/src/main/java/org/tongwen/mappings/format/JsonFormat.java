package org.tongwen.mappings.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** JSON documents (RFC 8259), described by a JSON Schema beside the mapping. */
public final class JsonFormat implements Format {

    private static final String SCHEMA = "schema";

    /** The format; it has no settings of its own. */
    public JsonFormat() {}

    @Override
    public String name() {
        return "json";
    }

    /** {@code schema} names the file of the JSON Schema; without it any object is accepted. */
    @Override
    public Set<String> options() {
        return Set.of(SCHEMA);
    }

    @Override
    public Checked<SourceFormat> open(Map<String, String> options, MappingFiles files) {
        List<Finding> findings = new ArrayList<>(unknown(options));
        Checked<JsonSchema> schema = options.containsKey(SCHEMA)
                ? load(options.getOrDefault(SCHEMA, ""), files)
                : Checked.of(JsonSchema.ANY, List.of());
        findings.addAll(schema.findings());
        return findings.isEmpty() ? schema.map(JsonDocuments::new) : Checked.none(findings);
    }

    private List<Finding> unknown(Map<String, String> options) {
        Set<String> names = new TreeSet<>(options.keySet());
        names.removeAll(Set.of("format", SCHEMA));
        return names.stream().map(JsonFormat::unknown).toList();
    }

    private static Finding unknown(String option) {
        return Finding.error("mapping.UnknownOption", Place.NOWHERE, "the format json has no option \"" + option + "\"")
                .value(option)
                .hint("known: " + SCHEMA);
    }

    private static Checked<JsonSchema> load(String name, MappingFiles files) {
        try {
            return JsonSchema.load(files.read(name), name);
        } catch (IOException e) {
            String message = "the schema file cannot be read; it must stand beside the mapping";
            return Checked.none(Finding.error("mapping.MissingSchema", Place.NOWHERE, message)
                    .value(name));
        }
    }
}
