package org.tongwen.conformance.certificate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;

/** How a requirement came out: an outcome, or that no plan can test it. */
public enum Standing {
    /** Met. */
    PASS,
    /** Not met. */
    FAIL,
    /** It could not be tried. */
    NOT_RUN,
    /** The suite itself broke. */
    ERROR,
    /** Not demanded of this participant. */
    NOT_APPLICABLE,
    /** The plan says why no case tests it. */
    UNTESTED;

    /** Of a result. A case in which the suite broke is told even where another one failed, because it can not be waived. */
    public static Standing of(RequirementResult result) {
        if (result.requirement().untested().isPresent()) {
            return UNTESTED;
        }
        boolean broke = result.outcome() == Outcome.ERROR
                || result.cases().stream().anyMatch(each -> each.outcome() == Outcome.ERROR);
        return broke ? ERROR : valueOf(result.outcome().name());
    }

    /** As certificates and results write it, such as {@code not-run}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it, such as {@code not run}. */
    public String words() {
        return switch (this) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case NOT_RUN -> "not run";
            case ERROR -> "suite error";
            case NOT_APPLICABLE -> "not applicable";
            case UNTESTED -> "untested";
        };
    }

    static Optional<Standing> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
