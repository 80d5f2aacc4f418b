package org.tongwen.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Loss;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.Place;

/**
 * What there is to tell about one translation.
 *
 * @param mapping name of the mapping
 * @param digest digest of the mapping and its files; empty when no such mapping could be loaded
 * @param direction which way it went
 * @param result the translated document; empty when a finding is an error
 * @param findings all findings, at places in the named document
 * @param losses all losses, at places in the named document
 */
record TranslationReport(
        String mapping,
        Optional<String> digest,
        Direction direction,
        Optional<byte[]> result,
        List<Finding> findings,
        List<Loss> losses) {

    /** A result beside an error does not count; no result without an error is a fault of ours. */
    TranslationReport {
        boolean error = Finding.anyError(findings);
        if (!error && result.isEmpty()) {
            throw new IllegalStateException(mapping + " gave neither a result nor an error");
        }
        result = error ? Optional.empty() : result;
        findings = List.copyOf(findings);
        losses = List.copyOf(losses);
    }

    static TranslationReport of(Mapping mapping, Direction direction, String document, Translation translation) {
        List<Loss> losses =
                translation.losses().stream().map(loss -> in(document, loss)).toList();
        return new TranslationReport(
                mapping.name(),
                Optional.of(mapping.digest()),
                direction,
                translation.result(),
                FindingPrinter.in(document, translation.findings()),
                losses);
    }

    /** No translation was tried. */
    static TranslationReport refused(String mapping, Direction direction, List<Finding> findings) {
        return new TranslationReport(mapping, Optional.empty(), direction, Optional.empty(), findings, List.of());
    }

    boolean ok() {
        return result.isPresent();
    }

    /** One note for each field that was lost, at its first place; nothing when there is no result to miss it. */
    List<Finding> lossNotes() {
        if (!ok()) {
            return List.of();
        }
        Map<String, List<Loss>> byField = new LinkedHashMap<>();
        losses.forEach(loss ->
                byField.computeIfAbsent(kind(loss), kind -> new ArrayList<>()).add(loss));
        return byField.entrySet().stream()
                .map(entry -> note(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** For {@code --report}. */
    byte[] json() {
        return Json.of(json -> {
            json.writeStartObject();
            json.writeStringField("mapping", mapping);
            if (digest.isPresent()) {
                json.writeStringField("digest", digest.get());
            }
            json.writeStringField("direction", direction.word());
            json.writeBooleanField("ok", ok());
            json.writeFieldName("findings");
            FindingJson.array(findings, json);
            json.writeArrayFieldStart("losses");
            for (Loss loss : losses) {
                write(loss, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String kind(Loss loss) {
        return loss.field()
                + (loss.became().isPresent() ? " is carried changed: " : " is not carried: ")
                + loss.reason();
    }

    private static Finding note(String kind, List<Loss> losses) {
        String times = losses.size() == 1 ? "" : " (" + losses.size() + " times)";
        return Finding.note("app.Loss", losses.get(0).place(), kind + times);
    }

    private static Loss in(String document, Loss loss) {
        Place place = loss.place().document().isEmpty() ? loss.place().in(document) : loss.place();
        return new Loss(place, loss.field(), loss.reason(), loss.value(), loss.became());
    }

    private static void write(Loss loss, JsonGenerator json) throws IOException {
        Place place = loss.place();
        json.writeStartObject();
        json.writeStringField("field", loss.field());
        json.writeStringField("reason", loss.reason());
        json.writeStringField("value", loss.value());
        if (loss.became().isPresent()) {
            json.writeStringField("became", loss.became().get());
        }
        json.writeStringField("document", place.document());
        if (place.line() > 0) {
            json.writeNumberField("line", place.line());
        }
        if (place.column() > 0) {
            json.writeNumberField("column", place.column());
        }
        if (!place.path().isEmpty()) {
            json.writeStringField("path", place.path());
        }
        json.writeEndObject();
    }
}
