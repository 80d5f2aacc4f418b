package org.tongwen.conformance.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RunResult;

/**
 * What of a plan is run.
 *
 * @param globs names of requirements or cases, in which {@code *} stands for any text; none for everything
 */
public record Selection(List<String> globs) {

    /** The whole plan. */
    public static final Selection ALL = new Selection(List.of());

    /** Copies the names. */
    public Selection {
        globs = List.copyOf(globs);
    }

    /** The cases that did not pass in an earlier run; a requirement without cases is named itself. */
    public static Selection failedIn(RunResult earlier) {
        List<String> names = earlier.requirements().stream()
                .filter(each -> each.requirement().untested().isEmpty())
                .filter(each -> isOpen(each.outcome()))
                .flatMap(each -> each.cases().isEmpty()
                        ? Stream.of(each.requirement().id())
                        : each.cases().stream()
                                .filter(one -> isOpen(one.outcome()))
                                .map(CaseResult::name))
                .distinct()
                .toList();
        return new Selection(names);
    }

    private static boolean isOpen(Outcome outcome) {
        return outcome != Outcome.PASS && outcome != Outcome.NOT_APPLICABLE;
    }

    /** Whether it leaves nothing out. */
    public boolean isAll() {
        return globs.isEmpty();
    }

    /** Whether it takes anything of a plan; one that does not was mistyped. */
    public boolean takesAnyOf(Plan plan) {
        return plan.cases().stream().anyMatch(this::takes);
    }

    /** Whether a case is run. */
    public boolean takes(Case each) {
        return isAll() || globs.stream().anyMatch(glob -> fits(glob, each.name()) || fits(glob, each.requirement()));
    }

    private static boolean fits(String glob, String name) {
        String pattern = Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(pattern);
    }

    /** As people read it. */
    public String words() {
        return isAll() ? "everything" : "only " + String.join(", ", globs);
    }
}
