package org.tongwen.routes.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.tongwen.routes.step.Report;
import org.tongwen.routes.step.ReportJson;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;

/** The file that stands beside a result or a failed file. */
final class ResultJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ResultJson() {}

    static byte[] delivered(Claim claim, String result, Report report) throws IOException {
        return object(json -> {
            json.writeStringField("file", claim.name());
            json.writeStringField("result", result);
            ReportJson.head(report, json);
            ReportJson.tail(report, json);
        });
    }

    static byte[] refused(Claim claim, List<Finding> findings) throws IOException {
        return object(json -> {
            json.writeStringField("file", claim.name());
            json.writeFieldName("findings");
            FindingJson.array(findings, json);
        });
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static byte[] object(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }
}
