package org.tongwen.routes.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tongwen.routes.conversation.Outcome;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.screen.Confidential;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;

/** Writes the details of steps, as far as a viewer may see them. */
final class Details {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Details() {}

    /** Writes the fields of a step's detail as an object; nothing when there are none. */
    static void write(Step step, View view, JsonGenerator json) throws IOException {
        if (view.side() == View.Side.RECEIVER || step.detail().length == 0) {
            return;
        }
        JsonNode detail = MAPPER.readTree(step.detail());
        if (!(detail instanceof ObjectNode fields) || fields.isEmpty()) {
            return;
        }
        if (view.side() == View.Side.SENDER) {
            hide(step, fields);
        }
        json.writeFieldName("detail");
        write(fields, json);
    }

    /**
     * The sender reads why its message was refused, but no other reason of an operator; not what it could learn about messages of others; and of
     * what its receiver's mapping made, that it was made.
     */
    private static void hide(Step step, ObjectNode fields) throws IOException {
        if (step.event() != Event.REFUSED) {
            fields.remove("reason");
        }
        if (step.event() == Event.TRANSLATED && fields.has("receiver")) {
            fields.retain("receiver");
        }
        if (step.event() == Event.CORRELATED && fields.has("outcome")) {
            fields.put("outcome", Outcome.toSender(fields.get("outcome").asText()));
        }
        if (fields.get("findings") instanceof ArrayNode findings) {
            fields.set("findings", hidden(findings));
        }
    }

    private static ArrayNode hidden(ArrayNode findings) throws IOException {
        ArrayNode shown = MAPPER.createArrayNode();
        for (JsonNode finding : findings) {
            Optional<String> value =
                    finding.has("value") ? Optional.of(finding.get("value").asText()) : Optional.empty();
            Optional<Finding> instead =
                    Confidential.inPlaceOf(finding.path("id").asText(), value);
            shown.add(instead.isPresent() ? json(instead.get()) : finding);
        }
        return shown;
    }

    private static JsonNode json(Finding finding) throws IOException {
        return MAPPER.readTree(JsonReport.of(json -> FindingJson.array(List.of(finding), json)))
                .get(0);
    }

    /** With the generator's own line breaks; a mapper would close what it writes to. */
    private static void write(JsonNode node, JsonGenerator json) throws IOException {
        if (node.isObject()) {
            json.writeStartObject();
            for (var field : node.properties()) {
                json.writeFieldName(field.getKey());
                write(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (node.isArray()) {
            json.writeStartArray();
            for (JsonNode item : node) {
                write(item, json);
            }
            json.writeEndArray();
        } else {
            node.serialize(json, null);
        }
    }
}
