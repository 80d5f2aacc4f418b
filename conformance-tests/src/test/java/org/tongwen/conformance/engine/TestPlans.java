package org.tongwen.conformance.engine;

import java.nio.file.Path;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.PlanReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;

/** The plans of this module, read from its own folder. */
final class TestPlans {

    static final Path MESSAGE_VALIDITY = Path.of("plans", "message-validity");

    private TestPlans() {}

    static Plan messageValidity() {
        Checked<Plan> plan = PlanReader.read(MESSAGE_VALIDITY);
        return plan.value().orElseThrow(() -> new AssertionError(FindingText.lines(plan.findings())));
    }
}
