package org.tongwen.routes.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tongwen.routes.screen.Confidential;
import org.tongwen.xsd.finding.FindingJson;

/** Writes what became of a message that was handed over, as far as its sender may know. */
public final class Receipts {

    private Receipts() {}

    /**
     * Writes {@code id}, {@code state}, {@code conversation}, {@code message} and {@code receiver} as far as they are known, and {@code findings}.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void fields(Intake intake, JsonGenerator json) throws IOException {
        json.writeStringField("id", intake.id().toString());
        json.writeStringField("state", intake.state().orElseThrow().word());
        json.writeStringField("conversation", intake.conversation().toString());
        if (intake.message().isPresent()) {
            json.writeStringField(
                    "message", intake.message().get().document().definition().id());
        }
        if (intake.dispatch().isPresent()) {
            json.writeStringField("receiver", intake.dispatch().get().receiver());
        }
        json.writeFieldName("findings");
        FindingJson.array(Confidential.hidden(intake.said()), json);
    }
}
