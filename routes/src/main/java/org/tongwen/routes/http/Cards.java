package org.tongwen.routes.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Mapping;
import org.tongwen.routes.observe.Health;
import org.tongwen.routes.step.Verdict;
import org.tongwen.xsd.finding.FindingJson;

/** The JSON objects of answers that only tell something. */
final class Cards {

    private Cards() {}

    static byte[] mappings(List<Mapping> mappings) {
        return Json.object(json -> {
            json.writeArrayFieldStart("mappings");
            for (Mapping mapping : mappings) {
                json.writeStartObject();
                fields(mapping, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static byte[] mapping(Mapping mapping) {
        return Json.object(json -> fields(mapping, json));
    }

    static byte[] verdict(Verdict verdict) {
        return Json.object(json -> {
            json.writeBooleanField("valid", verdict.valid());
            if (verdict.message().isPresent()) {
                json.writeStringField("message", verdict.message().get());
            }
            if (verdict.header().isPresent()) {
                json.writeStringField("header", verdict.header().get());
            }
            json.writeFieldName("findings");
            FindingJson.array(verdict.findings(), json);
        });
    }

    static byte[] health(Health health) {
        return Json.object(json -> {
            json.writeStringField("status", health.up() ? "UP" : "DOWN");
            texts("checks", health.checks(), json);
        });
    }

    private static void fields(Mapping mapping, JsonGenerator json) throws IOException {
        json.writeStringField("name", mapping.name());
        json.writeStringField("title", mapping.title());
        json.writeStringField("message", mapping.message());
        json.writeStringField("format", mapping.format());
        json.writeStringField("mediaType", mapping.mediaType());
        json.writeFieldName("given");
        String[] given = mapping.given().toArray(String[]::new);
        json.writeArray(given, 0, given.length);
        texts("noHome", mapping.noHome(), json);
        json.writeStringField("digest", mapping.digest());
    }

    private static void texts(String name, Map<String, String> texts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }
}
