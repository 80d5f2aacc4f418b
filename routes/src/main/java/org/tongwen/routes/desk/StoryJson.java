package org.tongwen.routes.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.xsd.finding.JsonReport;

/** The JSON of a story. */
final class StoryJson {

    private StoryJson() {}

    static byte[] of(View view, Map<Content, byte[]> contents) {
        return JsonReport.object(json -> {
            Story story = view.story();
            json.writeStringField("id", story.id().toString());
            json.writeStringField("state", story.state().word());
            opening(story.opening(), view, json);
            json.writeNumberField("seen", story.steps().size());
            json.writeArrayFieldStart("steps");
            for (Step step : view.steps()) {
                step(step, view, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("deliveries");
            for (Story.DeliveryState delivery : view.deliveries()) {
                delivery(delivery, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("related");
            for (MessageId id : story.related()) {
                json.writeString(id.toString());
            }
            json.writeEndArray();
            if (!contents.isEmpty()) {
                contents(contents, json);
            }
        });
    }

    private static void opening(Opening opening, View view, JsonGenerator json) throws IOException {
        json.writeStringField("received", opening.received().toString());
        json.writeStringField("participant", opening.participant());
        json.writeStringField("message", opening.message());
        json.writeStringField("conversation", opening.conversation().toString());
        if (view.side() != View.Side.RECEIVER) {
            json.writeStringField("channel", opening.channel());
            json.writeStringField("mapping", opening.mapping());
        }
    }

    private static void step(Step step, View view, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", step.at().toString());
        json.writeStringField("event", step.event().word());
        json.writeStringField("actor", view.actor(step));
        Details.write(step, view, json);
        json.writeEndObject();
    }

    private static void delivery(Story.DeliveryState delivery, JsonGenerator json) throws IOException {
        Dispatch dispatch = delivery.dispatch();
        json.writeStartObject();
        json.writeStringField("receiver", dispatch.receiver());
        json.writeStringField("content", word(dispatch.content()));
        json.writeStringField("mediaType", dispatch.mediaType());
        json.writeStringField("message", dispatch.message());
        json.writeNumberField("attempts", delivery.attempts());
        json.writeStringField("state", delivery.word());
        json.writeEndObject();
    }

    /** Text in UTF-8 as text, anything else in base64. */
    private static void contents(Map<Content, byte[]> contents, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("contents");
        for (Map.Entry<Content, byte[]> content : contents.entrySet()) {
            json.writeObjectFieldStart(word(content.getKey()));
            Optional<String> text = text(content.getValue());
            if (text.isPresent()) {
                json.writeStringField("text", text.get());
            } else {
                json.writeBinaryField("base64", content.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String word(Content kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
