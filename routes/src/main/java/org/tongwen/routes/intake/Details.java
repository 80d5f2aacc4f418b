package org.tongwen.routes.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.TranslationJson;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.step.Report;
import org.tongwen.routes.step.Verdict;
import org.tongwen.rules.pack.Edition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;

/** Writes what the details of steps have in common. */
public final class Details {

    /** A step of which there is no more to say. */
    public static final byte[] NONE = "{}".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Details() {}

    /** An object with findings only. */
    public static byte[] findings(List<Finding> findings) {
        return JsonReport.line(json -> findings(findings, json));
    }

    static void findings(List<Finding> findings, JsonGenerator json) throws IOException {
        if (!findings.isEmpty()) {
            json.writeFieldName("findings");
            FindingJson.array(findings, json);
        }
    }

    /** Which mapping made what, by whose rules, and what is to be said of it. */
    static void translation(Report report, JsonGenerator json) throws IOException {
        TranslationJson.origin(report.mapping().name(), report.mapping().digest(), report.direction(), json);
        rules(report.rules(), json);
        TranslationJson.outcome(report.translation(), json);
    }

    /** The same of what was made for a receiver: of that its sender must not read more than the name. */
    static void translation(Report report, String receiver, JsonGenerator json) throws IOException {
        json.writeStringField("receiver", receiver);
        translation(report, json);
    }

    /** What stands against the form of a receiver: of that, too, its sender must not read more than the name. */
    static void notTranslated(String mapping, String receiver, List<Finding> findings, JsonGenerator json)
            throws IOException {
        json.writeStringField("receiver", receiver);
        json.writeStringField("mapping", mapping);
        findings(findings, json);
    }

    /** What was found of an ISO message that came as such. */
    static void verdict(Verdict verdict, JsonGenerator json) throws IOException {
        rules(verdict.rules().map(profiled -> profiled.judgement().editions()).orElse(List.of()), json);
        findings(verdict.findings(), json);
    }

    /** Whose rules counted: the packs with release and digest. */
    static void rules(List<Edition> packs, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("packs");
        for (Edition pack : packs) {
            json.writeStartObject();
            json.writeStringField("pack", pack.pack());
            json.writeStringField("release", pack.release());
            json.writeStringField("digest", pack.digest());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * The mapping that was asked to read a message when it came, which for a dispatch is not the one that it picked: only the former has the
     * profile. Empty when none was.
     */
    static String asked(Story story) {
        return story.steps().stream()
                .filter(step -> step.event() == Event.TRANSLATED)
                .map(step -> read(step.detail()))
                .filter(detail -> detail.path("direction").asText().equals(Direction.TO_ISO.word()))
                .map(detail -> detail.path("mapping").asText())
                .findFirst()
                .orElse("");
    }

    private static JsonNode read(byte[] detail) {
        try {
            return JSON.readTree(detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The long forms of identifiers that did not fit, by their short forms. */
    static void shortIds(Map<String, String> longForms, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("shortIds");
        for (Map.Entry<String, String> one : longForms.entrySet()) {
            json.writeStringField(one.getKey(), one.getValue());
        }
        json.writeEndObject();
    }

    /** What is to be delivered to whom. */
    static void dispatch(Optional<Dispatch> dispatch, JsonGenerator json) throws IOException {
        if (dispatch.isPresent()) {
            json.writeObjectFieldStart("delivery");
            json.writeStringField("receiver", dispatch.get().receiver());
            json.writeStringField("content", dispatch.get().content().name().toLowerCase(Locale.ROOT));
            json.writeStringField("mediaType", dispatch.get().mediaType());
            json.writeStringField("message", dispatch.get().message());
            json.writeEndObject();
        }
    }
}
