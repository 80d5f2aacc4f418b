package org.tongwen.routes.http;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.MappingJson;
import org.tongwen.routes.observe.Health;
import org.tongwen.routes.step.Verdict;
import org.tongwen.rules.VerdictJson;
import org.tongwen.xsd.finding.JsonReport;

/** The JSON objects of answers that only tell something. */
final class Cards {

    private Cards() {}

    static byte[] mappings(List<Mapping> mappings) {
        return JsonReport.object(json -> {
            json.writeFieldName("mappings");
            MappingJson.array(mappings, json);
        });
    }

    static byte[] mapping(Mapping mapping) {
        return JsonReport.object(json -> MappingJson.fields(mapping, json));
    }

    static byte[] verdict(Verdict verdict) {
        return JsonReport.object(json ->
                VerdictJson.fields(verdict.word(), verdict.message(), verdict.header(), verdict.findings(), json));
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
