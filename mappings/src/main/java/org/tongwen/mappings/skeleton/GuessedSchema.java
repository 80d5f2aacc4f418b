package org.tongwen.mappings.skeleton;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.JsonReport;

/**
 * A JSON Schema guessed from documents: a field is required when every sample has it, a text's greatest length is rounded up, codes are
 * listed only when that is evident. Fields that no sample has are not forbidden.
 */
public final class GuessedSchema {

    private GuessedSchema() {}

    /** The schema of documents like these, as JSON that people can go on writing. */
    public static byte[] of(List<Tree> samples) {
        Guess guess = new Guess();
        samples.forEach(guess::add);
        String from = samples.size() == 1 ? "one sample" : samples.size() + " samples";
        return JsonReport.object(json -> {
            json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.writeStringField("description", "Guessed from " + from + ". Look it through, above all the lengths.");
            fields(guess, json);
        });
    }

    private static void value(Guess guess, JsonGenerator json) throws IOException {
        json.writeStartObject();
        fields(guess, json);
        json.writeEndObject();
    }

    private static void fields(Guess guess, JsonGenerator json) throws IOException {
        types(guess, json);
        if (guess.kinds().contains(Tree.Kind.TEXT)) {
            text(guess, json);
        }
        if (guess.items().isPresent()) {
            json.writeFieldName("items");
            value(guess.items().get(), json);
        }
        if (!guess.fields().isEmpty()) {
            object(guess, json);
        }
    }

    private static void types(Guess guess, JsonGenerator json) throws IOException {
        List<String> types = new ArrayList<>();
        for (Tree.Kind kind : guess.kinds()) {
            types.add(
                    switch (kind) {
                        case OBJECT -> "object";
                        case LIST -> "array";
                        case TEXT -> "string";
                        case NUMBER -> guess.isWhole() ? "integer" : "number";
                        case BOOLEAN -> "boolean";
                        case NULL -> "null";
                    });
        }
        if (types.size() == 1) {
            json.writeStringField("type", types.get(0));
        } else if (!types.isEmpty()) {
            array("type", types, json);
        }
    }

    private static void text(Guess guess, JsonGenerator json) throws IOException {
        if (guess.format().isPresent()) {
            json.writeStringField("format", guess.format().get());
        }
        boolean mixed = guess.kinds().size() > 1;
        if (!guess.codes().isEmpty() && !mixed) {
            array("enum", guess.codes(), json);
        } else if (guess.maxLength().isPresent()) {
            json.writeNumberField("maxLength", guess.maxLength().getAsInt());
        }
    }

    private static void object(Guess guess, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, Guess> field : guess.fields().entrySet()) {
            json.writeFieldName(field.getKey());
            value(field.getValue(), json);
        }
        json.writeEndObject();
        if (!guess.required().isEmpty()) {
            array("required", guess.required(), json);
        }
    }

    private static void array(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
