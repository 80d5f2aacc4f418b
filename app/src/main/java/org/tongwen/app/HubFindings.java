package org.tongwen.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** Reads findings from the JSON of a hub. */
final class HubFindings {

    private HubFindings() {}

    /** Those of an array; whatever in it is none is left out. */
    static List<Finding> of(JsonNode array) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode each : array) {
            finding(each).ifPresent(findings::add);
        }
        return findings;
    }

    static void print(JsonNode array, Terminal terminal) {
        FindingPrinter.print(of(array), terminal);
    }

    private static Optional<Finding> finding(JsonNode json) {
        Optional<Severity> severity = Arrays.stream(Severity.values())
                .filter(each -> each.word().equals(json.path("severity").asText()))
                .findFirst();
        Place place = new Place(
                json.path("document").asText(),
                json.path("line").asInt(),
                json.path("column").asInt(),
                json.path("path").asText());
        return severity.map(word -> new Finding(
                word,
                json.path("id").asText(),
                place,
                json.path("message").asText(),
                json.has("value") ? Optional.of(json.path("value").asText()) : Optional.empty(),
                json.path("hint").asText()));
    }
}
