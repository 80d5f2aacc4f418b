package org.tongwen.routes.folder;

import java.util.List;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.mappings.plan.TranslationJson;
import org.tongwen.routes.step.Report;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;

/** The file that stands beside a result or a failed file. */
final class ResultJson {

    private ResultJson() {}

    static byte[] delivered(Claim claim, String result, Report report) {
        return JsonReport.object(json -> {
            json.writeStringField("file", claim.name());
            json.writeStringField("result", result);
            TranslationJson.origin(report.mapping().name(), report.mapping().digest(), report.direction(), json);
            TranslationJson.outcome(report.translation(), json);
        });
    }

    static byte[] refused(Claim claim, List<Finding> findings) {
        return JsonReport.object(json -> {
            json.writeStringField("file", claim.name());
            json.writeStringField("outcome", Outcome.of(findings).word());
            json.writeFieldName("findings");
            FindingJson.array(findings, json);
        });
    }
}
