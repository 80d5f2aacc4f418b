package org.tongwen.routes.desk;

import java.util.List;
import org.tongwen.routes.journal.Summary;
import org.tongwen.routes.journal.Verification;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;

/** The JSON of messages in a list, and of what a check of the journal found. */
final class Lists {

    private Lists() {}

    static byte[] messages(List<Summary> messages) {
        return JsonReport.object(json -> {
            json.writeArrayFieldStart("messages");
            for (Summary message : messages) {
                json.writeStartObject();
                json.writeStringField("id", message.id().toString());
                json.writeStringField("received", message.received().toString());
                json.writeStringField("participant", message.participant());
                json.writeStringField("state", message.state().word());
                json.writeStringField("message", message.message());
                json.writeStringField("mapping", message.mapping());
                json.writeStringField("conversation", message.conversation().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static byte[] verification(Verification verification) {
        return JsonReport.object(json -> {
            json.writeBooleanField("sound", verification.findings().isEmpty());
            json.writeArrayFieldStart("chains");
            for (Verification.Chain chain : verification.chains()) {
                json.writeStartObject();
                json.writeStringField("node", chain.node());
                json.writeStringField("day", chain.day());
                json.writeNumberField("steps", chain.steps());
                json.writeStringField("head", chain.head());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("findings");
            FindingJson.array(verification.findings(), json);
        });
    }
}
