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
     * Writes {@code outcome}, the mapping that a dispatch {@code picked}, {@code findings} and {@code losses}, and {@code lineage} when every value's fate is known.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void outcome(Translation translation, JsonGenerator json) throws IOException {
        json.writeStringField("outcome", translation.outcome().word());
        if (!translation.by().isEmpty()) {
            json.writeStringField("picked", translation.by());
        }
        json.writeFieldName("findings");
        FindingJson.array(translation.findings(), json);
        json.writeArrayFieldStart("losses");
        for (LedgerEntry loss : translation.losses()) {
            write(loss, json);
        }
        json.writeEndArray();
        if (translation.ledger().size() > translation.losses().size()) {
            json.writeArrayFieldStart("lineage");
            for (LedgerEntry entry : translation.ledger()) {
                write(entry, json);
            }
            json.writeEndArray();
        }
    }

    private static void write(LedgerEntry loss, JsonGenerator json) throws IOException {
        json.writeStartObject();
        FindingJson.place(loss.place(), json);
        json.writeStringField("field", loss.field());
        json.writeStringField("fate", loss.fate().word());
        json.writeStringField("reason", loss.reason());
        if (loss.code().isPresent()) {
            json.writeStringField("code", loss.code().get());
        }
        json.writeStringField("value", loss.value());
        if (loss.became().isPresent()) {
            json.writeStringField("became", loss.became().get());
        }
        if (!loss.target().isEmpty()) {
            json.writeStringField("target", loss.target());
        }
        if (!loss.rule().isEmpty()) {
            json.writeStringField("rule", loss.rule());
        }
        json.writeEndObject();
    }
}
