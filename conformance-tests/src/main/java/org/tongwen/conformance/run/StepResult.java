package org.tongwen.conformance.run;

import java.util.Optional;

/**
 * What came of one step of a case: of something that was done or checked.
 *
 * @param what what was done or checked, such as {@code answer pacs.002.001.10 within 10 s}
 * @param expected what is demanded; empty for a step that only does something
 * @param actual what came; may hold anything that a participant sends, so a report must escape it
 * @param reproduce how to do the same by hand, such as a command; empty where nothing is sent
 */
public record StepResult(String what, String expected, String actual, Outcome outcome, Optional<String> reproduce) {

    /** A step that went as demanded. */
    public static StepResult pass(String what, String expected, String actual) {
        return new StepResult(what, expected, actual, Outcome.PASS, Optional.empty());
    }

    /** A step that did not go as demanded. */
    public static StepResult fail(String what, String expected, String actual) {
        return new StepResult(what, expected, actual, Outcome.FAIL, Optional.empty());
    }

    /** The same as something that could not be tried. */
    public StepResult notRun() {
        return new StepResult(what, expected, actual, Outcome.NOT_RUN, reproduce);
    }
}
