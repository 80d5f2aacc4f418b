package org.tongwen.mappings.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tongwen.xsd.finding.FindingJson;

/**
 * Writes what came of a translation as fields of a JSON object. The command line's report, HTTP answers and the files beside folder
 * results share this form; each adds fields of its own between the two halves.
 */
public final class TranslationJson {

    private TranslationJson() {}

    /**
     * Writes {@code mapping}, {@code digest} (left out when it is empty, because no such mapping could be loaded) and {@code direction}.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void origin(String mapping, String digest, Direction direction, JsonGenerator json)
            throws IOException {
        json.writeStringField("mapping", mapping);
        if (!digest.isEmpty()) {
            json.writeStringField("digest", digest);
        }
        json.writeStringField("direction", direction.word());
    }

    /**
     * Writes {@code findings} and {@code losses}.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void outcome(Translation translation, JsonGenerator json) throws IOException {
        json.writeFieldName("findings");
        FindingJson.array(translation.findings(), json);
        json.writeArrayFieldStart("losses");
        for (Loss loss : translation.losses()) {
            write(loss, json);
        }
        json.writeEndArray();
    }

    private static void write(Loss loss, JsonGenerator json) throws IOException {
        json.writeStartObject();
        FindingJson.place(loss.place(), json);
        json.writeStringField("field", loss.field());
        json.writeStringField("reason", loss.reason());
        json.writeStringField("value", loss.value());
        if (loss.became().isPresent()) {
            json.writeStringField("became", loss.became().get());
        }
        json.writeEndObject();
    }
}
