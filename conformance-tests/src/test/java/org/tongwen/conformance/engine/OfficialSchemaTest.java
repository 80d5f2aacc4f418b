package org.tongwen.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.plan.Plan;

/** The plan itself is held against the published schemas, so that it demands nothing that the standard does not. */
class OfficialSchemaTest {

    private static final Set<String> MESSAGES =
            Set.of("pacs.008.001.08", "pain.001.001.09", "camt.053.001.08", "pacs.002.001.10", "head.001.001.02");

    /** XML Schema counts characters; the JDK's validator counts UTF-16 units, two for each character outside the basic plane. */
    private static final String COUNTED_WRONG_BY_THE_JDK = "valid-longest-name";

    @Test
    void theJdkValidatorAgreesWithEveryVerdictOfThePlan() throws Exception {
        Optional<Path> archive = OfficialSchemas.archive();
        assumeTrue(
                archive.isPresent(), "no archive of official schemas, shared/xsd/official.tar.xz, above this folder");
        OfficialSchemas official = OfficialSchemas.read(archive.get(), MESSAGES);
        Plan plan = TestPlans.messageValidity();

        SoftAssertions all = new SoftAssertions();
        for (Case tested : plan.cases()) {
            MessageCase each = (MessageCase) tested;
            if (each.name().equals(COUNTED_WRONG_BY_THE_JDK)) {
                continue;
            }
            all.assertThat(official.judge(each.message())).as(each.name()).isEqualTo(each.verdict());
        }
        all.assertAll();
        assertThat(plan.cases()).hasSizeGreaterThan(25);
    }
}
