package org.tongwen.conformance.report;

import static org.tongwen.conformance.run.Runs.DAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.Runs;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What is reported in tests. */
final class Reports {

    private Reports() {}

    static RunReport of(RunResult run, Waiver... waivers) {
        return new RunReport(
                run,
                List.of(waivers),
                List.of(new RunReport.Setting("participant", "yunshan.yaml")),
                DAY,
                Optional.empty());
    }

    static Waiver waiver(String requirement) {
        return new Waiver(requirement, "Li Na", "challenge 17", DAY.plusDays(30));
    }

    /** A report every text of which comes from a stranger. */
    static RunReport saying(String text) {
        Requirement requirement = new Requirement(
                text, text, text, Requirement.Severity.MANDATORY, List.of(text), Optional.empty(), Optional.empty());
        Requirement untested = new Requirement(
                "U" + text, text, text, Requirement.Severity.MANDATORY, List.of(), Optional.of(text), Optional.empty());
        StepResult step = new StepResult(text, text, text, Outcome.FAIL, Optional.of(text));
        List<RequirementResult> results = List.of(
                RequirementResult.of(
                        requirement,
                        List.of(
                                new CaseResult(text, text, Outcome.FAIL, text, List.of(step, step), List.of(1)),
                                CaseResult.of(text, text, Outcome.ERROR, text),
                                CaseResult.of(text, text, Outcome.PASS, text))),
                RequirementResult.without(untested, Outcome.NOT_RUN, text),
                Runs.result("N" + text, Outcome.NOT_RUN, text));
        RunResult run = new RunResult(
                new RunResult.PlanStamp(text, text, text, text, text),
                new TreeMap<>(Map.of(text, text)),
                new Participant(text, text, List.of(text)),
                DAY,
                Runs.passing().started(),
                Runs.passing().ended(),
                text,
                results,
                new Preflight(
                        List.of(text),
                        List.of(Finding.warning("p.W", Place.of(text), text)
                                .value(text)
                                .hint(text))),
                new Chain(1, text),
                Optional.of(text));
        return new RunReport(
                run,
                List.of(new Waiver(text, text, text, DAY)),
                List.of(new RunReport.Setting(text, text), new RunReport.Setting("participant", text)),
                DAY,
                Optional.of(new RunReport.Issued(text, text, DAY)));
    }

    static final String HOSTILE = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(2)>--></style></pre><!--"
            + "\u202e\u2066\u200f\u0000\u001b[31m\u0085\u2028\ufffe\uffff\ufeff]]>\r\njavascript:alert(3) \ud83d\ude00";
}
