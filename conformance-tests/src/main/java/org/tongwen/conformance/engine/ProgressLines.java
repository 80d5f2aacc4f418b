package org.tongwen.conformance.engine;

import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.tongwen.conformance.run.Outcome;

/** Says in a line for each requirement how far a run is. */
public final class ProgressLines implements TestExecutionListener {

    private final Consumer<String> lines;
    private long all;
    private long done;

    /**
     * Says it.
     *
     * @param lines takes each line, without its end
     */
    public ProgressLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        all = plan.countTestIdentifiers(ProgressLines::isRequirement);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        line(test, "skipped", reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String word = switch (result.getStatus()) {
            case SUCCESSFUL -> "pass";
            case ABORTED -> "not run";
            case FAILED -> "FAIL";
        };
        String reason = result.getThrowable().map(Throwable::getMessage).orElse("");
        boolean broke = result.getThrowable()
                .filter(OutcomeException.class::isInstance)
                .filter(thrown -> ((OutcomeException) thrown).outcome() == Outcome.ERROR)
                .isPresent();
        line(test, broke ? "ERROR" : word, reason);
    }

    private void line(TestIdentifier test, String word, String reason) {
        if (!isRequirement(test)) {
            return;
        }
        done++;
        String first = reason.lines().findFirst().orElse("");
        lines.accept("[" + done + "/" + all + "] " + String.format("%-7s", word) + " " + test.getDisplayName()
                + (first.isEmpty() ? "" : "\n          " + first));
    }

    private static boolean isRequirement(TestIdentifier test) {
        return test.getUniqueIdObject().getLastSegment().getType().equals("requirement");
    }
}
