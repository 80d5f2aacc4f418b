package org.tongwen.routes.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.tongwen.routes.conversation.Outcome;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.screen.Confidential;
import org.tongwen.xsd.finding.Finding;

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

    /** The sender reads why its message was refused, but no other reason of an operator; and not what it could learn about messages of others. */
    private static void hide(Step step, ObjectNode fields) {
        if (step.event() != Event.REFUSED) {
            fields.remove("reason");
        }
        if (step.event() == Event.CORRELATED && fields.has("outcome")) {
            fields.put("outcome", Outcome.toSender(fields.get("outcome").asText()));
        }
        if (fields.get("findings") instanceof ArrayNode findings) {
            for (int i = 0; i < findings.size(); i++) {
                if (Confidential.is(findings.get(i).path("id").asText())) {
                    findings.set(i, review());
                }
            }
        }
    }

    private static ObjectNode review() {
        Finding review = Confidential.review();
        return MAPPER.createObjectNode()
                .put("severity", review.severity().word())
                .put("id", review.id())
                .put("message", review.message());
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
