package org.tongwen.xsd.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes findings as JSON: an array of objects with {@code severity}, {@code id}, {@code message} and, where known, {@code document},
 * {@code line}, {@code column}, {@code path}, {@code value} and {@code hint}. HTTP answers, reports and the command line share this form.
 */
public final class FindingJson {

    private FindingJson() {}

    /**
     * Writes an array of findings at the generator's place.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void array(Iterable<Finding> findings, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Finding finding : findings) {
            object(finding, json);
        }
        json.writeEndArray();
    }

    /**
     * Writes what is known of a place as fields of the object that the generator is in.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void place(Place place, JsonGenerator json) throws IOException {
        text("document", place.document(), json);
        number("line", place.line(), json);
        number("column", place.column(), json);
        text("path", place.path(), json);
    }

    private static void object(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("id", finding.id());
        json.writeStringField("message", finding.message());
        place(finding.place(), json);
        if (finding.value().isPresent()) {
            json.writeStringField("value", finding.value().get());
        }
        text("hint", finding.hint(), json);
        json.writeEndObject();
    }

    private static void text(String name, String value, JsonGenerator json) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void number(String name, int value, JsonGenerator json) throws IOException {
        if (value > 0) {
            json.writeNumberField(name, value);
        }
    }
}
