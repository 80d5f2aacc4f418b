package org.tongwen.mappings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * Writes what mappings are as JSON: objects with {@code name}, {@code title}, {@code message}, {@code format}, {@code mediaType},
 * {@code given}, {@code noHome}, {@code refuse} and {@code digest}. HTTP answers and the command line share this form.
 */
public final class MappingJson {

    private MappingJson() {}

    /**
     * Writes an array of mappings at the generator's place.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void array(Iterable<Mapping> mappings, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Mapping mapping : mappings) {
            json.writeStartObject();
            fields(mapping, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Writes what a mapping is as fields of the object that the generator is in.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void fields(Mapping mapping, JsonGenerator json) throws IOException {
        json.writeStringField("name", mapping.name());
        json.writeStringField("title", mapping.title());
        json.writeStringField("message", mapping.message());
        json.writeStringField("format", mapping.format());
        json.writeStringField("mediaType", mapping.mediaType());
        json.writeArrayFieldStart("given");
        for (String name : mapping.given()) {
            json.writeString(name);
        }
        json.writeEndArray();
        reasons("noHome", mapping.noHome(), json);
        reasons("refuse", mapping.refuse(), json);
        json.writeStringField("digest", mapping.digest());
    }

    private static void reasons(String name, Map<String, String> fields, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }
}
