package org.tongwen.mappings.sample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.finding.JUnitXml;

/** Writes trials in the XML form of JUnit, which build servers read: a suite for each mapping, with the check and each case as a test. */
public final class JUnitReport {

    private JUnitReport() {}

    /** The report, in UTF-8. */
    public static byte[] of(List<Trial> trials) {
        return JUnitXml.of(
                "", Optional.empty(), trials.stream().map(JUnitReport::suite).toList());
    }

    private static JUnitXml.Suite suite(Trial trial) {
        Stream<JUnitXml.Test> samples = trial.samples().stream().map(JUnitReport::sample);
        return new JUnitXml.Suite(
                trial.name().orElse(trial.document()),
                Optional.empty(),
                Map.of(),
                Stream.concat(Stream.of(check(trial)), samples).toList(),
                "");
    }

    private static JUnitXml.Test check(Trial trial) {
        if (trial.mapping().ok()) {
            return JUnitXml.Test.passed(trial.document(), "check");
        }
        long errors = trial.findings().stream()
                .filter(finding -> Finding.anyError(List.of(finding)))
                .count();
        String message = errors + (errors == 1 ? " error" : " errors");
        return new JUnitXml.Test(
                trial.document(),
                "check",
                Optional.of(new JUnitXml.Reason(
                        JUnitXml.Kind.FAILURE, "mapping", message, FindingText.lines(trial.findings()))));
    }

    private static JUnitXml.Test sample(SampleResult result) {
        Optional<Duration> time = Optional.of(result.time());
        Optional<JUnitXml.Reason> reason = result.passed() ? Optional.empty() : Optional.of(reason(result.problems()));
        return new JUnitXml.Test(result.sample().mapping(), result.sample().name(), reason, time);
    }

    private static JUnitXml.Reason reason(List<SampleProblem> problems) {
        String detail = problems.stream()
                .map(problem -> FindingText.line(problem.finding()) + "\n" + problem.detail())
                .collect(Collectors.joining("\n"));
        SampleProblem first = problems.get(0);
        return new JUnitXml.Reason(JUnitXml.Kind.FAILURE, first.id(), first.message(), detail);
    }
}
