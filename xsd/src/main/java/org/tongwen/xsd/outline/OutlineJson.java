package org.tongwen.xsd.outline;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.tongwen.xsd.definition.Particle;

/** Writes an outline as JSON: an object for each line of the tree, with its parts in it. */
public final class OutlineJson {

    private OutlineJson() {}

    /**
     * Writes an outline as an object at the generator's place.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void object(Outline outline, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", word(outline.kind()));
        if (!outline.name().isEmpty()) {
            json.writeStringField(isWildcard(outline.kind()) ? "namespace" : "name", outline.name());
        }
        occurrence(outline.min(), outline.max(), json);
        if (outline.type().isPresent()) {
            json.writeStringField("type", outline.type().get().name());
        }
        if (outline.choice()) {
            json.writeBooleanField("chooseOne", true);
        }
        if (outline.value().isPresent()) {
            json.writeFieldName("value");
            value(outline.value().get(), json);
        }
        rest(outline, json);
        json.writeEndObject();
    }

    /**
     * Writes an occurrence as fields of the object that the generator is in; {@code max} is a number or {@code "unbounded"}.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    private static void occurrence(int min, int max, JsonGenerator json) throws IOException {
        json.writeNumberField("min", min);
        if (max == Particle.UNBOUNDED) {
            json.writeStringField("max", "unbounded");
        } else {
            json.writeNumberField("max", max);
        }
    }

    private static void rest(Outline outline, JsonGenerator json) throws IOException {
        if (!outline.parts().isEmpty()) {
            json.writeArrayFieldStart("parts");
            for (Outline part : outline.parts()) {
                object(part, json);
            }
            json.writeEndArray();
        }
        if (outline.left().recursive()) {
            json.writeBooleanField("recursive", true);
        } else if (outline.left().elements() > 0) {
            json.writeNumberField("elementsNotShown", outline.left().elements());
        }
    }

    private static void value(ValueFacts value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("base", value.primitive().xmlName());
        number("minLength", value.minLength(), json);
        number("maxLength", value.maxLength(), json);
        number("totalDigits", value.totalDigits(), json);
        number("fractionDigits", value.fractionDigits(), json);
        bound("min", value.least(), json);
        bound("max", value.greatest(), json);
        texts("patterns", value.patterns(), json);
        texts("codes", value.codes(), json);
        json.writeEndObject();
    }

    private static void number(String name, Optional<Integer> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        }
    }

    private static void bound(String name, Optional<ValueFacts.Bound> bound, JsonGenerator json) throws IOException {
        if (bound.isPresent()) {
            json.writeNumberField(
                    name + (bound.get().inclusive() ? "Inclusive" : "Exclusive"),
                    bound.get().value());
        }
    }

    private static void texts(String name, Iterable<String> texts, JsonGenerator json) throws IOException {
        if (texts.iterator().hasNext()) {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private static boolean isWildcard(Outline.Kind kind) {
        return kind == Outline.Kind.ANY || kind == Outline.Kind.ANY_CHECKED;
    }

    private static String word(Outline.Kind kind) {
        return kind == Outline.Kind.ANY_CHECKED
                ? "any, checked if known"
                : kind.name().toLowerCase(Locale.ROOT);
    }
}
