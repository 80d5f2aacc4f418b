package org.tongwen.conformance.report;

import java.util.List;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/** What there is to say about a run as a whole. */
public enum Verdict {
    /** Nothing was played, because the configuration is wrong. */
    CONFIGURATION("Not started"),
    /** A mandatory requirement failed, or could not be tried, and nobody waived it. */
    NOT_CONFORMANT("Not conformant"),
    /** No failure is proved, but the suite itself broke. */
    SUITE_ERROR("No verdict"),
    /** No failure is proved, but not everything was run. */
    INCOMPLETE("Incomplete"),
    /** Every mandatory requirement is met, or waived by somebody. */
    WAIVED("Conformant with waivers"),
    /** Every mandatory requirement is met. */
    CONFORMANT("Conformant");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** Whether it may be said that the participant conforms. */
    public boolean isConformant() {
        return this == CONFORMANT || this == WAIVED;
    }

    /** Of a run. */
    public static Verdict of(RunReport report) {
        RunResult run = report.run();
        List<RequirementResult> blocking = run.requirements().stream()
                .filter(RequirementResult::blocks)
                .filter(result -> !report.isWaived(result))
                .toList();
        if (!run.preflight().ok()) {
            return CONFIGURATION;
        }
        if (blocking.stream().anyMatch(result -> Standing.of(result) == Standing.FAIL)) {
            return NOT_CONFORMANT;
        }
        if (blocking.stream().anyMatch(result -> Standing.of(result) == Standing.ERROR)) {
            return SUITE_ERROR;
        }
        if (run.incomplete().isPresent()) {
            return INCOMPLETE;
        }
        if (!blocking.isEmpty() || !provesAnything(run)) {
            return NOT_CONFORMANT;
        }
        return run.requirements().stream().anyMatch(report::isWaived) ? WAIVED : CONFORMANT;
    }

    static boolean provesAnything(RunResult run) {
        return run.requirements().stream()
                .anyMatch(result -> result.requirement().isMandatory() && Standing.of(result) == Standing.PASS);
    }
}
