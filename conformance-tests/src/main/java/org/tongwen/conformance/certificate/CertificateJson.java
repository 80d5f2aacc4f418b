package org.tongwen.conformance.certificate;

import java.util.List;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;

/** The one way to write a certificate as JSON. */
final class CertificateJson {

    private static final String TYPE = "tongwen conformance certificate";
    private static final long VERSION = 1;

    private CertificateJson() {}

    static Json.Fields of(Certificate certificate) {
        return Json.fields()
                .with("type", TYPE)
                .with("version", VERSION)
                .with("id", certificate.id())
                .with("issuer", certificate.issuer())
                .with("issued", certificate.issued().toString())
                .with("validUntil", certificate.validUntil().toString())
                .with("participant", RunJson.participant(certificate.participant()))
                .with("plan", RunJson.plan(certificate.plan()))
                .with("rulePacks", RunJson.packs(certificate.packs()))
                .with("asOf", certificate.asOf().toString())
                .with("engine", certificate.engine())
                .with("started", certificate.started().toString())
                .with("ended", certificate.ended().toString())
                .with("counts", counts(certificate))
                .with(
                        "requirements",
                        new Json.Items(certificate.requirements().stream()
                                .map(CertificateJson::line)
                                .toList()))
                .with(
                        "waivers",
                        new Json.Items(certificate.waivers().stream()
                                .<Json>map(Waiver::json)
                                .toList()))
                .with("evidence", RunJson.evidence(certificate.evidence()));
    }

    /**
     * What {@link #of} wrote.
     *
     * @throws JsonException when it is anything else: a field more or less, or counts that the results do not bear out
     */
    static Certificate read(Json.Fields json) {
        Certificate certificate = new Certificate(
                json.text("id"),
                json.text("issuer"),
                RunJson.participant(json.fields("participant")),
                RunJson.plan(json.fields("plan")),
                RunJson.packs(json.fields("rulePacks")),
                json.day("asOf"),
                json.text("engine"),
                json.instant("started"),
                json.instant("ended"),
                json.objects("requirements").stream().map(CertificateJson::line).toList(),
                json.objects("waivers").stream().map(Waiver::of).toList(),
                RunJson.evidence(json.fields("evidence")),
                json.day("issued"),
                json.day("validUntil"));
        if (!of(certificate).equals(json)) {
            throw new JsonException("the certificate is not in the form of version " + VERSION);
        }
        return certificate;
    }

    private static Json.Fields counts(Certificate certificate) {
        Json.Fields counts = Json.fields();
        for (Standing standing : List.of(Standing.values())) {
            counts = counts.with(standing.word(), certificate.count(standing));
        }
        return counts;
    }

    private static Json line(Certificate.Line line) {
        return Json.fields()
                .with("id", line.requirement())
                .with("severity", line.isMandatory() ? "mandatory" : "recommended")
                .with("outcome", line.standing().word())
                .withText("reason", line.reason());
    }

    private static Certificate.Line line(Json.Fields json) {
        String outcome = json.text("outcome");
        return new Certificate.Line(
                json.text("id"),
                json.text("severity").equals("mandatory"),
                Standing.parse(outcome)
                        .orElseThrow(() -> new JsonException("the outcome " + outcome + " is not known")),
                json.textOrEmpty("reason"));
    }
}
