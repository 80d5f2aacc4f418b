package org.tongwen.conformance.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;

/**
 * What is known after some cases of an earlier run were run again: new results where there are, old ones elsewhere. It is never a whole run,
 * and so never earns a certificate.
 */
public final class Rerun {

    private final Map<String, RequirementResult> again;

    private Rerun(RunResult again) {
        this.again = again.requirements().stream()
                .collect(Collectors.toMap(each -> each.requirement().id(), Function.identity()));
    }

    /**
     * Both runs together.
     *
     * @param again a run that {@linkplain Certification#goOn went on} with the evidence of the earlier one, so that all numbers stay true
     */
    public static RunResult of(RunResult earlier, RunResult again) {
        Rerun rerun = new Rerun(again);
        List<RequirementResult> results =
                earlier.requirements().stream().map(rerun::together).toList();
        String left = "only what did not pass before was run again";
        return new RunResult(
                again.plan(),
                again.packs(),
                again.participant(),
                again.asOf(),
                again.started(),
                again.ended(),
                again.engine(),
                results,
                again.preflight(),
                again.evidence(),
                Optional.of(again.incomplete()
                        .filter(why -> !why.startsWith("only "))
                        .orElse(left)));
    }

    private RequirementResult together(RequirementResult earlier) {
        List<CaseResult> fresh = Optional.ofNullable(
                        again.get(earlier.requirement().id()))
                .map(RequirementResult::cases)
                .orElse(List.of());
        if (fresh.isEmpty()) {
            return earlier;
        }
        Map<String, CaseResult> byName =
                fresh.stream().collect(Collectors.toMap(CaseResult::name, Function.identity(), (one, other) -> one));
        Stream<CaseResult> kept = earlier.cases().stream().filter(each -> !byName.containsKey(each.name()));
        return RequirementResult.of(
                earlier.requirement(), Stream.concat(kept, fresh.stream()).toList());
    }
}
