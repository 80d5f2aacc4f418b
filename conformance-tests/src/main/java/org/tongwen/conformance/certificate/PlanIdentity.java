package org.tongwen.conformance.certificate;

import java.util.Optional;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.conformance.run.RunResult.PlanStamp;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Tells a plan that comes with the suite from another one that only bears its name. */
public final class PlanIdentity {

    private PlanIdentity() {}

    /** A warning when the suite brings a plan of that identifier and version, and it demands something else. */
    public static Optional<Finding> warning(PlanStamp plan) {
        return builtIn(plan.id())
                .filter(known -> known.version().equals(plan.version()))
                .filter(known -> !known.digest().equals(plan.digest()))
                .map(known -> Finding.warning(
                        "certificate.OtherPlan",
                        Place.NOWHERE,
                        "the plan is not the " + plan.id() + " " + plan.version()
                                + " that comes with this suite, though it bears its name: its digest is "
                                + plan.digest()
                                + ", that of the suite's is " + known.digest()));
    }

    /** The same of a plan that is to be run. */
    public static Optional<Finding> warning(Plan plan) {
        return warning(new PlanStamp(plan.id(), plan.title(), plan.version(), plan.profile(), plan.digest()));
    }

    private static Optional<Plan> builtIn(String id) {
        return Plans.names().contains(id) ? Plans.find(id).flatMap(Checked::value) : Optional.empty();
    }
}
