package org.tongwen.conformance.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tongwen.conformance.certificate.RunJson;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.json.JsonReader;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.JsonReport;

/** A run as JSON, for programs, and for reports that are written again later. Reading gives back what was written. */
public final class ResultsJson {

    /** The name of the file in a run's folder. */
    public static final String FILE = "results.json";

    private static final String TYPE = "tongwen conformance results";
    private static final long VERSION = 1;

    private ResultsJson() {}

    /** The document. */
    public static byte[] write(RunReport report) {
        return JsonReport.of(of(report)::write);
    }

    static Json.Fields of(RunReport report) {
        RunResult run = report.run();
        Json.Fields json = Json.fields()
                .with("type", TYPE)
                .with("version", VERSION)
                .with(
                        "verdict",
                        Verdict.of(report).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("summary", new Summary(report).sentence())
                .with("counts", counts(report))
                .with("day", report.day().toString())
                .with("participant", RunJson.participant(run.participant()))
                .with("plan", RunJson.plan(run.plan()))
                .with("rulePacks", RunJson.packs(run.packs()))
                .with("asOf", run.asOf().toString())
                .with("engine", run.engine())
                .with("started", run.started().toString())
                .with("ended", run.ended().toString())
                .with("preflight", PreflightJson.of(run.preflight()))
                .with("evidence", RunJson.evidence(run.evidence()))
                .withText("incomplete", run.incomplete().orElse(""))
                .with("requirements", list(run.requirements(), RequirementJson::of))
                .with("waivers", list(report.waivers(), Waiver::json))
                .with("configuration", list(report.configuration(), ResultsJson::setting));
        return report.issued()
                .map(issued -> json.with("certificate", issued(issued)))
                .orElse(json);
    }

    /**
     * What {@link #write} wrote. Nobody signs it: see {@link ResultsCheck}.
     *
     * @throws JsonException when the document is anything else, or contradicts itself
     */
    public static RunReport read(byte[] document) {
        Json.Fields json = JsonReader.fields(document);
        if (!json.textOrEmpty("type").equals(TYPE) || json.whole("version") != VERSION) {
            throw new JsonException("the document is not " + TYPE + ", version " + VERSION);
        }
        RunResult run = new RunResult(
                RunJson.plan(json.fields("plan")),
                RunJson.packs(json.fields("rulePacks")),
                RunJson.participant(json.fields("participant")),
                json.day("asOf"),
                json.instant("started"),
                json.instant("ended"),
                json.text("engine"),
                json.objects("requirements").stream().map(RequirementJson::read).toList(),
                PreflightJson.read(json.fields("preflight")),
                RunJson.evidence(json.fields("evidence")),
                Optional.of(json.textOrEmpty("incomplete")).filter(reason -> !reason.isEmpty()));
        RunReport report = new RunReport(
                run,
                json.objects("waivers").stream().map(Waiver::of).toList(),
                json.objects("configuration").stream()
                        .map(each -> new RunReport.Setting(each.text("name"), each.text("value")))
                        .toList(),
                json.day("day"),
                json.get("certificate").map(each -> issued(json.fields("certificate"))));
        ResultsCheck.consistent(report, json);
        return report;
    }

    private static Json.Fields counts(RunReport report) {
        Json.Fields counts = Json.fields();
        for (Standing standing : Standing.values()) {
            counts = counts.with(standing.word(), new Summary(report).count(standing));
        }
        return counts;
    }

    private static Json setting(RunReport.Setting setting) {
        return Json.fields().with("name", setting.name()).with("value", setting.value());
    }

    private static Json issued(RunReport.Issued issued) {
        return Json.fields()
                .with("id", issued.id())
                .with("issuer", issued.issuer())
                .with("validUntil", issued.validUntil().toString());
    }

    private static RunReport.Issued issued(Json.Fields json) {
        return new RunReport.Issued(json.text("id"), json.text("issuer"), json.day("validUntil"));
    }

    static <T> Json.Items list(List<T> values, Function<T, Json> form) {
        return new Json.Items(values.stream().map(form).toList());
    }
}
