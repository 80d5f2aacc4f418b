package org.tongwen.conformance.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.JUnitXml;

/**
 * A run as JUnit XML, for build servers: first a suite for the checks before the run, with the digests of plan and rules as its properties,
 * then one suite for each requirement with one test for each case. What a waiver lets pass, was not run, is not applicable or cannot be
 * tested is skipped with its reason, never green; a run that could not start is an error.
 */
public final class RunJUnit {

    /** The name of the file in a run's folder. */
    public static final String FILE = "junit.xml";

    private static final String PREFLIGHT = "pre-flight";

    private final RunReport report;
    private final RunResult run;

    private RunJUnit(RunReport report) {
        this.report = report;
        this.run = report.run();
    }

    /** The document. */
    public static byte[] of(RunReport report) {
        RunResult run = report.run();
        RunJUnit junit = new RunJUnit(report);
        return JUnitXml.of(
                Limits.reason(run.plan().id() + " " + run.participant().id()),
                Optional.of(Duration.between(run.started(), run.ended())),
                Stream.concat(
                                Stream.of(junit.preflight()),
                                run.requirements().stream().map(junit::suite))
                        .toList());
    }

    private JUnitXml.Suite preflight() {
        return new JUnitXml.Suite(
                PREFLIGHT, Optional.of(run.started()), judgedBy(), List.of(test(run.preflight())), "");
    }

    private Map<String, String> judgedBy() {
        Map<String, String> by = new LinkedHashMap<>();
        by.put("plan", run.plan().id() + " " + run.plan().version());
        by.put("plan digest", "sha256:" + run.plan().digest());
        by.put("asOf", run.asOf().toString());
        run.packs().forEach((pack, digest) -> by.put("pack " + pack, "sha256:" + digest));
        by.put("engine", run.engine());
        return by;
    }

    private JUnitXml.Test test(Preflight preflight) {
        Optional<Finding> first = preflight.findings().stream()
                .filter(finding -> Finding.anyError(List.of(finding)))
                .findFirst();
        Optional<JUnitXml.Reason> reason = first.map(error -> new JUnitXml.Reason(
                JUnitXml.Kind.ERROR,
                error.id(),
                Limits.name(error.message()),
                Limits.value(FindingText.lines(preflight.findings()))));
        return new JUnitXml.Test(group(PREFLIGHT), "the run can start", reason);
    }

    private JUnitXml.Suite suite(RequirementResult result) {
        String id = result.requirement().id();
        Stream<JUnitXml.Test> tests = result.cases().isEmpty()
                ? Stream.of(new JUnitXml.Test(group(id), id, untried(result)))
                : result.cases().stream()
                        .map(tried -> new JUnitXml.Test(group(id), Limits.name(tried.name()), reason(result, tried)));
        String words = Limits.reason(result.requirement().text()) + " ["
                + Limits.name(result.requirement().clause()) + "]";
        return new JUnitXml.Suite(id, Optional.of(run.started()), Map.of(), tests.toList(), words);
    }

    private String group(String requirement) {
        return run.plan().id() + "." + requirement;
    }

    private Optional<JUnitXml.Reason> untried(RequirementResult result) {
        return reason(
                kind(result, result.outcome()), result.requirement().untested().orElse(result.reason()));
    }

    private Optional<JUnitXml.Reason> reason(RequirementResult result, CaseResult tried) {
        Optional<JUnitXml.Kind> kind = kind(result, tried.outcome());
        boolean waived = kind.equals(Optional.of(JUnitXml.Kind.SKIPPED)) && report.isWaived(result);
        String words =
                waived ? "waived until " + report.waiverOf(result).orElseThrow().until() + ": " : "";
        return reason(kind, words + tried.reason());
    }

    private static Optional<JUnitXml.Reason> reason(Optional<JUnitXml.Kind> kind, String words) {
        String first = words.lines().findFirst().orElse("");
        return kind.map(why -> new JUnitXml.Reason(why, "", Limits.name(first), Limits.value(words)));
    }

    /** What a build server makes of an outcome; empty for a pass. */
    private Optional<JUnitXml.Kind> kind(RequirementResult result, Outcome outcome) {
        return switch (outcome) {
            case PASS -> Optional.empty();
            case FAIL -> Optional.of(report.isWaived(result) ? JUnitXml.Kind.SKIPPED : JUnitXml.Kind.FAILURE);
            case ERROR -> Optional.of(JUnitXml.Kind.ERROR);
            case NOT_RUN, NOT_APPLICABLE -> Optional.of(JUnitXml.Kind.SKIPPED);
        };
    }
}
