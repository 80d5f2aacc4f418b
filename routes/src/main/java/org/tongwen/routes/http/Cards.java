package org.tongwen.routes.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.MappingJson;
import org.tongwen.routes.intake.Intake;
import org.tongwen.routes.intake.Receipts;
import org.tongwen.routes.observe.Health;
import org.tongwen.routes.serving.Standing;
import org.tongwen.routes.serving.Standing.Refusal;
import org.tongwen.routes.step.Verdict;
import org.tongwen.rules.VerdictJson;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;

/** The JSON objects of answers that only tell something. */
final class Cards {

    private Cards() {}

    /** Those that are served, by name, and files of which nothing is served. */
    static byte[] mappings(List<Standing> standings) {
        return JsonReport.object(json -> {
            json.writeArrayFieldStart("mappings");
            for (Standing standing : served(standings)) {
                json.writeStartObject();
                mapping(standing.mapping().orElseThrow(), standing, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("refused");
            for (Standing standing : standings) {
                if (standing.mapping().isEmpty()) {
                    refused(standing, json);
                }
            }
            json.writeEndArray();
        });
    }

    private static List<Standing> served(List<Standing> standings) {
        return standings.stream()
                .filter(standing -> standing.mapping().isPresent())
                .sorted(Comparator.comparing(
                        standing -> standing.mapping().orElseThrow().name()))
                .toList();
    }

    /** One mapping, with its standing unless that has gone in the meantime. */
    static byte[] mapping(Mapping mapping, List<Standing> standings) {
        Optional<Standing> standing = standings.stream()
                .filter(each -> each.mapping().filter(mapping::equals).isPresent())
                .findFirst();
        return JsonReport.object(json -> {
            if (standing.isPresent()) {
                mapping(mapping, standing.get(), json);
            } else {
                MappingJson.fields(mapping, json);
            }
        });
    }

    private static void mapping(Mapping mapping, Standing standing, JsonGenerator json) throws IOException {
        MappingJson.fields(mapping, json);
        json.writeStringField("since", standing.since().toString());
        if (standing.refusal().isPresent()) {
            json.writeFieldName("refused");
            refused(standing, json);
        }
    }

    private static void refused(Standing standing, JsonGenerator json) throws IOException {
        Refusal refusal = standing.refusal().orElseThrow();
        json.writeStartObject();
        json.writeStringField("file", standing.file());
        json.writeStringField("since", refusal.since().toString());
        json.writeFieldName("findings");
        FindingJson.array(refusal.findings(), json);
        json.writeEndObject();
    }

    static byte[] verdict(Verdict verdict) {
        return JsonReport.object(json -> VerdictJson.fields(
                verdict.word(), verdict.message(), verdict.header(), verdict.findings(), verdict.rules(), json));
    }

    /** What became of a message that was handed over. */
    static byte[] receipt(Intake intake) {
        return JsonReport.object(json -> Receipts.fields(intake, json));
    }

    static byte[] health(Health health) {
        return JsonReport.object(json -> {
            json.writeStringField("status", health.up() ? "UP" : "DOWN");
            json.writeObjectFieldStart("checks");
            for (Map.Entry<String, String> check : health.checks().entrySet()) {
                json.writeStringField(check.getKey(), check.getValue());
            }
            json.writeEndObject();
        });
    }
}
