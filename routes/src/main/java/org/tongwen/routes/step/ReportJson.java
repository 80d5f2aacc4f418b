package org.tongwen.routes.step;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tongwen.mappings.plan.Loss;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.Place;

/** Writes reports as fields of a JSON object. HTTP answers and the files beside folder results share this form. */
public final class ReportJson {

    private ReportJson() {}

    /** Mapping, digest and direction. */
    public static void head(Report report, JsonGenerator json) throws IOException {
        json.writeStringField("mapping", report.mapping().name());
        json.writeStringField("digest", report.mapping().digest());
        json.writeStringField("direction", report.direction().word());
    }

    /** Findings and losses. */
    public static void tail(Report report, JsonGenerator json) throws IOException {
        json.writeFieldName("findings");
        FindingJson.array(report.translation().findings(), json);
        losses(report.translation().losses(), json);
    }

    private static void losses(List<Loss> losses, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("losses");
        for (Loss loss : losses) {
            json.writeStartObject();
            place(loss.place(), json);
            json.writeStringField("field", loss.field());
            json.writeStringField("reason", loss.reason());
            json.writeStringField("value", loss.value());
            if (loss.became().isPresent()) {
                json.writeStringField("became", loss.became().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(Place place, JsonGenerator json) throws IOException {
        if (place.line() > 0) {
            json.writeNumberField("line", place.line());
        }
        if (place.column() > 0) {
            json.writeNumberField("column", place.column());
        }
        if (!place.path().isEmpty()) {
            json.writeStringField("path", place.path());
        }
    }
}
