package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** What breaks a rule of the profile waits for repair; nothing is invented and nothing is lost. */
class HeldTranslationTest {

    private static final Profile SINCE = Profile.of("cbpr-plus").asOf(LocalDate.of(2026, 11, 14));
    private static final Profile BEFORE = Profile.of("cbpr-plus").asOf(LocalDate.of(2026, 11, 13));

    private static final String PAYMENT = """
            {1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}{3:{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}}{4:
            :20:REF4471
            :23B:CRED
            :32A:261204EUR1280,5
            :33B:EUR1280,5
            %s
            :59F:/99887766
            1/Ejemplo SL
            3/ES/Madrid
            :71A:SHA
            -}
            """;
    private static final String UNSTRUCTURED = ":50K:/00123456\nExample Trading Ltd\n1 Demo Road\nLeeds";
    private static final String STRUCTURED = ":50F:/00123456\n1/Example Trading Ltd\n3/GB/Leeds";

    private final Mapping mapping = BuiltIn.named("swift.mt103").ready();

    @Test
    void anAddressWithoutTownAndCountryHoldsThePaymentFromItsDayOn() {
        Translation held = translate(UNSTRUCTURED, SINCE);

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.result()).isEmpty();
        Finding error = held.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(error.id()).isEqualTo("scheme.CU-27");
        assertThat(error.place().line()).isEqualTo(8);
        assertThat(error.place().path()).startsWith("4:50K");
        assertThat(error.message())
                .contains("the debtor (Dbtr)", "from field 50K", "lacks town (TwnNm) and country (Ctry)");
        assertThat(error.hint()).startsWith("repair: field 50F with a line 3/").contains("ISO path");
    }

    @Test
    void everyValueOfAHeldPaymentIsHeld() {
        List<LedgerEntry> ledger = translate(UNSTRUCTURED, SINCE).ledger();

        assertThat(ledger).extracting(LedgerEntry::fate).containsOnly(Fate.HELD);
        assertThat(ledger)
                .extracting(LedgerEntry::value)
                .contains("REF4471", "Example Trading Ltd", "1 Demo Road", "Leeds", "Ejemplo SL", "SHA");
        assertThat(translate(UNSTRUCTURED, SINCE).losses()).isEmpty();
    }

    @Test
    void theDayDecides() {
        assertThat(translate(UNSTRUCTURED, BEFORE).outcome()).isEqualTo(Outcome.DONE);
        assertThat(translate(STRUCTURED, SINCE).outcome()).isEqualTo(Outcome.DONE);
        assertThat(translate(UNSTRUCTURED, Profile.of(Profile.NONE)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(translate(UNSTRUCTURED, Profile.USUAL).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aPaymentWithOtherErrorsIsRefused() {
        Translation refused = translate(UNSTRUCTURED + "\n:52A://RT\nCCCCFRPP", SINCE);

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.findings()).extracting(Finding::id).contains("scheme.CU-27", "mapping.Refused");
        assertThat(refused.ledger()).isEmpty();
    }

    @Test
    void withoutReportingNothingIsSaidOfValues() {
        Context context = Context.live(Map.of()).under(SINCE).reporting(Reporting.NONE);

        assertThat(mapping.translate(Direction.TO_ISO, document(UNSTRUCTURED), context)
                        .ledger())
                .isEmpty();
    }

    private Translation translate(String debtor, Profile profile) {
        return mapping.translate(
                Direction.TO_ISO, document(debtor), Context.live(Map.of()).under(profile));
    }

    private static byte[] document(String debtor) {
        return PAYMENT.formatted(debtor).getBytes(StandardCharsets.UTF_8);
    }
}
