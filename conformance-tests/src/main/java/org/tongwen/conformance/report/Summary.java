package org.tongwen.conformance.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** A run in one sentence and a few numbers. Page and terminal say the same. */
final class Summary {

    private final RunReport report;

    Summary(RunReport report) {
        this.report = report;
    }

    /** The verdict in one sentence. */
    String sentence() {
        return switch (Verdict.of(report)) {
            case CONFIGURATION ->
                "The run did not start: the configuration or the connection is at fault. Nothing was scored.";
            case SUITE_ERROR ->
                "The suite itself broke at " + these(mandatory(Standing.ERROR))
                        + ". This proves nothing about the participant.";
            case INCOMPLETE ->
                "Not everything was run, so there is no verdict: "
                        + report.run().incomplete().orElseThrow() + ".";
            case NOT_CONFORMANT -> notConformant();
            case WAIVED ->
                "All mandatory requirements are met, but for " + count(waived()) + " that "
                        + (waived() == 1 ? "is" : "are") + " waived.";
            case CONFORMANT -> conformant(mandatory(Standing.PASS).size());
        };
    }

    private static String conformant(int met) {
        return met == 1
                ? "The one mandatory requirement that applies and can be tested is met."
                : "All " + met + " mandatory requirements that apply and can be tested are met.";
    }

    /** How many exchanges there are as evidence. */
    String exchanges() {
        int count = report.run().evidence().count();
        return count + (count == 1 ? " exchange" : " exchanges");
    }

    private String notConformant() {
        long failed = open(Standing.FAIL);
        // In a run that is incomplete, what was not run is no fault of the participant.
        long notRun = report.run().incomplete().isPresent() ? 0 : open(Standing.NOT_RUN);
        List<String> parts = new ArrayList<>();
        if (failed > 0) {
            parts.add(count(failed) + " failed");
        }
        if (notRun > 0) {
            parts.add(count(notRun) + " could not be tried");
        }
        if (parts.isEmpty()) {
            return "No mandatory requirement passed, so nothing is proved.";
        }
        String also =
                waived() == 0 ? "" : "; " + count(waived()) + " more " + (waived() == 1 ? "is" : "are") + " waived";
        return "Of " + demanded() + " mandatory requirements " + String.join(" and ", parts) + also + unfinished()
                + ".";
    }

    private String unfinished() {
        return report.run()
                .incomplete()
                .map(reason -> "; the run is also incomplete: " + reason)
                .orElse("");
    }

    /** How many came out so. */
    long count(Standing standing) {
        return with(standing).size();
    }

    List<RequirementResult> with(Standing standing) {
        return report.run().requirements().stream()
                .filter(result -> Standing.of(result) == standing)
                .toList();
    }

    /** How long the run took, such as {@code 21.5 s}. */
    String duration() {
        RunResult run = report.run();
        Duration time = Duration.between(run.started(), run.ended());
        return time.toMinutes() >= 2
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private List<RequirementResult> mandatory(Standing standing) {
        return with(standing).stream()
                .filter(result -> result.requirement().isMandatory())
                .toList();
    }

    private long open(Standing standing) {
        return mandatory(standing).stream()
                .filter(result -> !report.isWaived(result))
                .count();
    }

    private long waived() {
        return report.run().requirements().stream().filter(report::isWaived).count();
    }

    private long demanded() {
        return report.run().requirements().stream()
                .filter(result -> result.requirement().isMandatory())
                .map(Standing::of)
                .filter(standing -> standing != Standing.NOT_APPLICABLE && standing != Standing.UNTESTED)
                .count();
    }

    private static String these(List<RequirementResult> results) {
        return results.size() == 1 ? results.get(0).requirement().id() : results.size() + " requirements";
    }

    private static String count(long number) {
        return number == 1 ? "one" : String.valueOf(number);
    }
}
