package org.tongwen.mappings.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** Rules of schemes have their dates. */
class SchemeCheckTest {

    @Test
    void anAddressWithoutTownIsAWarningBeforeTheDateAndAnErrorFromThenOn() {
        assertThat(ofAddresses("cbpr-plus", LocalDate.of(2026, 11, 13)))
                .hasSize(2)
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("PstlAdr needs TwnNm from 2026-11-14 on");
                });
        assertThat(ofAddresses("cbpr-plus", LocalDate.of(2026, 11, 14)))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void aRuleWhoseSourceIsNotCertainStaysAWarning() {
        assertThat(ofAddresses("sepa-sct", LocalDate.of(2030, 1, 1)))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    private static List<Finding> ofAddresses(String scheme, LocalDate day) {
        return MappingChecks.check(
                        MappingOfAWallet.under(scheme),
                        MappingOfAWallet.MAPPING.plan(),
                        MappingOfAWallet.CATALOGUE,
                        day,
                        List.of())
                .stream()
                .filter(finding -> finding.id().equals(MappingFinding.SCHEME_FORBIDS.id()))
                .filter(finding -> finding.message().contains("PstlAdr"))
                .toList();
    }
}
