package org.tongwen.conformance.report;

import java.util.Arrays;
import java.util.Optional;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/** The checks before a run as JSON. */
final class PreflightJson {

    private PreflightJson() {}

    static Json of(Preflight preflight) {
        return Json.fields()
                .with("checks", Json.texts(preflight.checks()))
                .with("findings", ResultsJson.list(preflight.findings(), PreflightJson::finding));
    }

    static Preflight read(Json.Fields json) {
        return new Preflight(
                json.texts("checks"),
                json.objects("findings").stream().map(PreflightJson::finding).toList());
    }

    /** The fields that findings have everywhere. */
    private static Json finding(Finding finding) {
        Json.Fields json = Json.fields()
                .with("severity", finding.severity().word())
                .with("id", finding.id())
                .with("message", finding.message())
                .withText("document", finding.place().document())
                .with("line", finding.place().line())
                .with("column", finding.place().column())
                .withText("path", finding.place().path())
                .withText("hint", finding.hint());
        return finding.value().map(value -> json.with("value", value)).orElse(json);
    }

    private static Finding finding(Json.Fields json) {
        String word = json.text("severity");
        Severity severity = Arrays.stream(Severity.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new JsonException("the severity " + word + " is not known"));
        Place place = new Place(
                json.textOrEmpty("document"),
                (int) json.whole("line"),
                (int) json.whole("column"),
                json.textOrEmpty("path"));
        Optional<String> value = json.get("value").map(each -> json.text("value"));
        return new Finding(severity, json.text("id"), place, json.text("message"), value, json.textOrEmpty("hint"));
    }
}
