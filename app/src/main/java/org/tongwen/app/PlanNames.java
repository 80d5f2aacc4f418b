package org.tongwen.app;

import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Nearest;

/** Finds the plan that a word of the command line names. */
final class PlanNames {

    private PlanNames() {}

    /** The plan; without one the command ends, after the findings that say why. */
    static Plan plan(String word, Terminal terminal) {
        Checked<Plan> plan = Plans.find(word)
                .orElseThrow(() -> StopException.notFound("there is no plan '" + word + "'"
                        + Nearest.hint(word, Plans.names()) + "; plans: " + String.join(", ", Plans.names())
                        + ", or the folder of one"));
        FindingPrinter.print(plan.findings(), terminal);
        return plan.value().orElseThrow(() -> StopException.usage("the plan " + word + " has mistakes"));
    }
}
