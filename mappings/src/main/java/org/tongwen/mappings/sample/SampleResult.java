package org.tongwen.mappings.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.xsd.finding.Place;

/**
 * What came of running a case.
 *
 * @param sample the case
 * @param problems what is wrong; none when it passed
 * @param updated expectations that were written or deleted because that was asked for
 * @param time how long it took
 * @param terms what the case's file says, as far as it can be read
 * @param exercised for each direction that was run, the places in the mapping file of the leaves that wrote or read something
 */
public record SampleResult(
        Sample sample,
        List<SampleProblem> problems,
        List<Path> updated,
        Duration time,
        Terms terms,
        Map<Direction, Set<Place>> exercised) {

    /** Copies the lists. */
    public SampleResult {
        problems = List.copyOf(problems);
        updated = List.copyOf(updated);
        exercised = Map.copyOf(exercised);
    }

    /** Whether everything is as expected. */
    public boolean passed() {
        return problems.isEmpty();
    }
}
