package org.tongwen.conformance.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.run.Runs;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.FindingText;

class WaiversTest {

    private static final Plan PLAN = Plan.of(
            "p",
            "A plan",
            List.of(Runs.requirement("WI-CT-01", "a", "1"), Runs.requirement("WI-CT-02", "b", "2")),
            List.of());

    private static Checked<List<Waiver>> read(String yaml) {
        return Waivers.read("waivers.yaml", yaml.getBytes(UTF_8), PLAN);
    }

    @Test
    void aWaiverHasRequirementOwnerReasonAndLastDay() {
        assertThat(read("""
                        waivers:
                          - requirement: WI-CT-01
                            owner: Scheme office, Li Na
                            reason: Accepted challenge 17
                            until: 2026-12-31
                        """).value())
                .hasValueSatisfying(waivers -> assertThat(waivers)
                        .containsExactly(new Waiver(
                                "WI-CT-01",
                                "Scheme office, Li Na",
                                "Accepted challenge 17",
                                LocalDate.parse("2026-12-31"))));
    }

    @Test
    void itHoldsThroughItsLastDay() {
        Waiver waiver = new Waiver("WI-CT-01", "o", "r", LocalDate.parse("2026-12-31"));

        assertThat(waiver.holdsOn(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(waiver.holdsOn(LocalDate.parse("2027-01-01"))).isFalse();
    }

    @Test
    void everyMistakeIsFoundWithItsPlaceAndNothingIsWaived() {
        Checked<List<Waiver>> read = read("""
                waivers:
                  - requirement: WI-CT-1
                    owner: o
                    reason: r
                    until: 2026-02-30
                  - requirement: WI-CT-02
                    ownr: o
                    reason: ""
                    until: 2026-12-31
                  - requirement: WI-CT-01
                    owner: o
                    reason: r
                    until: 2026-12-31
                  - requirement: WI-CT-01
                    owner: o
                    reason: r
                    until: soon
                """);

        assertThat(read.value()).isEmpty();
        assertThat(FindingText.lines(read.findings())).isEqualTo("""
                waivers.yaml:2:18: [ERROR] the plan has no such requirement: "WI-CT-1" | waiver.UnknownRequirement
                    did you mean WI-CT-01?
                waivers.yaml:5:12: [ERROR] must be a day such as 2026-12-31: "2026-02-30" | waiver.WrongDay
                waivers.yaml:6:5: [ERROR] the key owner is missing | conformance.MissingKey
                waivers.yaml:7:5: [ERROR] the key is not known here; did you mean 'owner'?: "ownr" | conformance.UnknownKey
                    known keys: owner, reason, requirement, until
                waivers.yaml:8:13: [ERROR] reason must not be empty | conformance.WrongValue
                waivers.yaml:14:18: [ERROR] this requirement is waived above | waiver.Duplicate
                waivers.yaml:17:12: [ERROR] must be a day such as 2026-12-31: "soon" | waiver.WrongDay
                """);
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThat(read("- a").ok()).isFalse();
        assertThat(read("").ok()).isFalse();
        assertThat(read("waivers: all").ok()).isFalse();
    }
}
