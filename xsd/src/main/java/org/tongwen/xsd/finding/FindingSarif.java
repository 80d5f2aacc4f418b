package org.tongwen.xsd.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * Writes findings in the Static Analysis Results Interchange Format (SARIF) 2.1.0, which code hosts and editors show beside the lines of
 * a file. Each id is a rule.
 */
public final class FindingSarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final List<Finding> findings;
    private final List<String> rules;
    private final JsonGenerator json;

    private FindingSarif(List<Finding> findings, JsonGenerator json) {
        this.findings = findings;
        this.rules = findings.stream().map(Finding::id).distinct().sorted().toList();
        this.json = json;
    }

    /**
     * The report.
     *
     * @param version the program's version; may be empty
     * @param properties what was judged by, such as the digests of rules, in order; may be empty
     * @param findings at places whose documents are files, relative to the folder that the report is about
     */
    public static byte[] of(String version, Map<String, String> properties, List<Finding> findings) {
        return JsonReport.object(json -> new FindingSarif(findings, json).fields(version, properties));
    }

    private void fields(String version, Map<String, String> properties) throws IOException {
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(version);
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        for (Finding finding : findings) {
            result(finding);
        }
        json.writeEndArray();
        properties(properties);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void properties(Map<String, String> properties) throws IOException {
        if (properties.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            json.writeStringField(property.getKey(), property.getValue());
        }
        json.writeEndObject();
    }

    private void tool(String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "tongwen");
        if (!version.isEmpty()) {
            json.writeStringField("version", version);
        }
        json.writeArrayFieldStart("rules");
        for (String rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.id());
        json.writeNumberField("ruleIndex", rules.indexOf(finding.id()));
        json.writeStringField("level", finding.severity().word());
        json.writeObjectFieldStart("message");
        json.writeStringField("text", sentence(finding));
        json.writeEndObject();
        if (!finding.place().equals(Place.NOWHERE)) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            location(finding.place());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String sentence(Finding finding) {
        String value = finding.value().map(text -> ": \"" + text + "\"").orElse("");
        return finding.message() + value + (finding.hint().isEmpty() ? "" : "\n" + finding.hint());
    }

    private void location(Place place) throws IOException {
        if (!place.document().isEmpty()) {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", uri(place.document()));
            json.writeEndObject();
            region(place);
            json.writeEndObject();
        }
        if (!place.path().isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", place.path());
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private void region(Place place) throws IOException {
        if (place.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", place.line());
            if (place.column() > 0) {
                json.writeNumberField("startColumn", place.column());
            }
            json.writeEndObject();
        }
    }

    private static String uri(String document) {
        String path = document.replace('\\', '/');
        try {
            // A colon in the first segment would look like a scheme.
            boolean plain = path.startsWith("/") || !path.contains(":");
            return new URI(null, null, plain ? path : "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path;
        }
    }
}
