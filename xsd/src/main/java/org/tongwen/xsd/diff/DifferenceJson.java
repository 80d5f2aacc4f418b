package org.tongwen.xsd.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.tongwen.xsd.definition.MessageDefinition;

/** Writes a difference as JSON. */
public final class DifferenceJson {

    private DifferenceJson() {}

    /**
     * Writes a difference as fields of the object that the generator is in.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void fields(Difference difference, JsonGenerator json) throws IOException {
        message("before", difference.before(), json);
        message("after", difference.after(), json);
        json.writeBooleanField("oldStaysValid", !difference.effect().refusesOld());
        json.writeBooleanField("newWasValid", !difference.effect().admitsNew());
        json.writeObjectFieldStart("counts");
        for (Map.Entry<Change.Kind, Long> count : difference.counts().entrySet()) {
            json.writeNumberField(word(count.getKey()), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("types");
        for (TypeChange type : difference.types()) {
            type(type, json);
        }
        json.writeEndArray();
    }

    private static void message(String name, MessageDefinition message, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("message", message.id());
        json.writeStringField("namespace", message.namespace());
        json.writeEndObject();
    }

    private static void type(TypeChange type, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("before", type.before());
        json.writeStringField("after", type.after());
        json.writeNumberField("places", type.places());
        json.writeArrayFieldStart("paths");
        for (String path : type.paths()) {
            json.writeString(path);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Change change : type.changes()) {
            change(change, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void change(Change change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", word(change.kind()));
        json.writeStringField("name", change.name());
        if (!change.before().isEmpty()) {
            json.writeStringField("before", change.before());
        }
        if (!change.after().isEmpty()) {
            json.writeStringField("after", change.after());
        }
        json.writeStringField("effect", change.effect().word());
        json.writeEndObject();
    }

    private static String word(Change.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
