package org.tongwen.mappings.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What came of running a case.
 *
 * @param sample the case
 * @param problems what is wrong; none when it passed
 * @param updated expectations that were written or deleted because that was asked for
 * @param time how long it took
 */
public record SampleResult(Sample sample, List<SampleProblem> problems, List<Path> updated, Duration time) {

    /** Copies the lists. */
    public SampleResult {
        problems = List.copyOf(problems);
        updated = List.copyOf(updated);
    }

    /** Whether everything is as expected. */
    public boolean passed() {
        return problems.isEmpty();
    }
}
