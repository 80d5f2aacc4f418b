package org.tongwen.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;

/** Writes what validation says of a document as fields of a JSON object. HTTP answers and the command line share this form. */
public final class VerdictJson {

    private VerdictJson() {}

    /**
     * Writes {@code verdict}, where known {@code message} and {@code header}, and {@code findings}.
     *
     * @param verdict {@code valid}, {@code invalid}, or why there is no verdict
     * @param message identifier of the message
     * @param header identifier of the business application header beside it
     * @param findings the reasons
     * @param rules what came of the rules of a profile, which stands in {@code rules}
     * @throws IOException when the generator's own target cannot be written
     */
    public static void fields(
            String verdict,
            Optional<String> message,
            Optional<String> header,
            List<Finding> findings,
            Optional<Profiled> rules,
            JsonGenerator json)
            throws IOException {
        json.writeStringField("verdict", verdict);
        if (message.isPresent()) {
            json.writeStringField("message", message.get());
        }
        if (header.isPresent()) {
            json.writeStringField("header", header.get());
        }
        json.writeFieldName("findings");
        FindingJson.array(findings, json);
        if (rules.isPresent()) {
            json.writeObjectFieldStart("rules");
            rules.get().fields(json);
            json.writeEndObject();
        }
    }
}
