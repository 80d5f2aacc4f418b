package org.tongwen.conformance.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.conformance.run.Runs.DAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.Runs;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class IssuerTest {

    private static final SigningKey KEY = SigningKey.create();

    private static Checked<Issuer.Signed> issue(RunResult run, Waiver... waivers) {
        return Issuer.issue(run, List.of(waivers), KEY, DAY, Issuer.DAYS);
    }

    private static List<String> ids(Checked<?> checked) {
        return checked.findings().stream().map(Finding::id).toList();
    }

    private static Certificate certificate(RunResult run, Waiver... waivers) {
        return issue(run, waivers).value().orElseThrow().certificate();
    }

    @Test
    void aWholeRunWithoutFailuresIsCertified() {
        Certificate certificate = certificate(Runs.passing());

        assertThat(certificate.issuer()).isEqualTo(KEY.verificationKey().id());
        assertThat(certificate.participant()).isEqualTo(Runs.passing().participant());
        assertThat(certificate.plan()).isEqualTo(Runs.passing().plan());
        assertThat(certificate.packs()).isEqualTo(Runs.passing().packs());
        assertThat(certificate.evidence()).isEqualTo(Runs.passing().evidence());
        assertThat(certificate.issued()).isEqualTo(DAY);
        assertThat(certificate.validUntil()).isEqualTo(DAY.plusDays(90));
        assertThat(certificate.count(Standing.PASS)).isEqualTo(3);
        assertThat(certificate.count(Standing.NOT_APPLICABLE)).isEqualTo(1);
        assertThat(certificate.count(Standing.UNTESTED)).isEqualTo(1);
        assertThat(certificate.requirements())
                .filteredOn(line -> line.standing() == Standing.UNTESTED)
                .singleElement()
                .extracting(Certificate.Line::reason)
                .isEqualTo("no message shows it");
    }

    @Test
    void noTwoCertificatesHaveTheSameId() {
        assertThat(certificate(Runs.passing()).id())
                .isNotEqualTo(certificate(Runs.passing()).id());
    }

    @Test
    void aFailureOfARecommendationStandsInNobodysWay() {
        RunResult run = Runs.failing();
        RunResult onlyRecommended = Runs.requirements(
                run, run.requirements().stream().filter(each -> !each.blocks()).toList());

        assertThat(certificate(onlyRecommended).count(Standing.FAIL)).isEqualTo(1);
    }

    @Test
    void whatIsMandatoryAndNotMetIsRefusedAndEachReasonTold() {
        RunResult run = Runs.with(
                Runs.failing(),
                List.of(
                        Runs.result("WI-A", Outcome.NOT_RUN, "no address to observe bookings is configured"),
                        Runs.result("WI-B", Outcome.ERROR, "the suite broke")));

        Checked<Issuer.Signed> refused = issue(run);

        assertThat(refused.value()).isEmpty();
        assertThat(ids(refused)).containsExactly("certificate.NotMet", "certificate.NotMet", "certificate.SuiteError");
        assertThat(refused.findings().get(0).place()).isEqualTo(Place.of("WI-TIME-02"));
        assertThat(refused.findings().get(0).message())
                .isEqualTo("mandatory and failed: limits/after-ten-seconds: expected RJCT with AB05, got ACSC");
        assertThat(refused.findings().get(1).message())
                .isEqualTo("mandatory and not run: cases/WI-A: no address to observe bookings is configured");
    }

    @Test
    void anIncompleteRunIsRefusedThoughEverythingInItPassed() {
        assertThat(ids(issue(Runs.incomplete(Runs.passing(), "only WI-CT-* was run"))))
                .containsExactly("certificate.Incomplete");
    }

    @Test
    void aRunThatProvesNothingIsRefused() {
        RunResult nothing = Runs.requirements(
                Runs.passing(),
                Runs.passing().requirements().stream()
                        .filter(each -> each.outcome() != Outcome.PASS)
                        .toList());

        assertThat(ids(issue(nothing))).containsExactly("certificate.NothingProved");
        assertThat(ids(issue(Runs.evidence(Runs.passing(), Chain.EMPTY)))).containsExactly("certificate.NoEvidence");
    }

    @Test
    void aPlanWithoutDigestIsRefused() {
        RunResult run = Runs.passing();
        RunResult other = new RunResult(
                new RunResult.PlanStamp("p", "P", "1", "", ""),
                run.packs(),
                run.participant(),
                run.asOf(),
                run.started(),
                run.ended(),
                run.engine(),
                run.requirements(),
                run.preflight(),
                run.evidence(),
                run.incomplete());

        assertThat(ids(issue(other))).containsExactly("certificate.NoDigest");
    }

    @Test
    void faultsOfConfigurationAreRefused() {
        Preflight wrong =
                new Preflight(List.of(), List.of(Finding.error("preflight.Unreachable", Place.NOWHERE, "no answer")));

        assertThat(ids(issue(Runs.preflight(Runs.passing(), wrong)))).containsExactly("certificate.Preflight");
    }

    @Test
    void aWaiverLetsAFailurePassUntilItLapses() {
        Waiver waiver = new Waiver("WI-TIME-02", "Li Na", "challenge 17", DAY.plusDays(10));

        Certificate certificate = certificate(Runs.failing(), waiver);

        assertThat(certificate.waivers()).containsExactly(waiver);
        assertThat(certificate.validUntil()).isEqualTo(DAY.plusDays(10));
        assertThat(certificate.count(Standing.FAIL)).isEqualTo(2);
        assertThat(ids(issue(Runs.failing(), new Waiver("WI-TIME-02", "Li Na", "r", DAY.minusDays(1)))))
                .containsExactly("certificate.WaiverLapsed");
        assertThat(certificate(Runs.failing(), new Waiver("WI-TIME-02", "Li Na", "r", DAY))
                        .validUntil())
                .isEqualTo(DAY);
    }

    @Test
    void aWaiverThatHoldsLongerThanTheCertificateDoesNotLengthenIt() {
        Waiver waiver = new Waiver("WI-TIME-02", "Li Na", "challenge 17", DAY.plusDays(300));

        assertThat(certificate(Runs.failing(), waiver).validUntil()).isEqualTo(DAY.plusDays(90));
    }

    @Test
    void anErrorOfTheSuiteCanNotBeWaived() {
        RunResult run = Runs.with(Runs.passing(), List.of(Runs.result("WI-B", Outcome.ERROR, "broke")));

        assertThat(ids(issue(run, new Waiver("WI-B", "Li Na", "r", DAY.plusDays(1)))))
                .containsExactly("certificate.SuiteError");
    }

    /** A failure is graver than an error, so that the outcome alone would hide the error. */
    @Test
    void anErrorBehindAFailureCanNotBeWaivedEither() {
        RequirementResult both = RequirementResult.of(
                Runs.requirement("WI-B", "b", "1"),
                List.of(
                        CaseResult.of("one", "one", Outcome.FAIL, "wrong"),
                        CaseResult.of("two", "two", Outcome.ERROR, "broke")));

        assertThat(both.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(ids(issue(
                        Runs.with(Runs.passing(), List.of(both)), new Waiver("WI-B", "Li Na", "r", DAY.plusDays(1)))))
                .containsExactly("certificate.SuiteError");
    }

    @Test
    void aWaiverThatNobodyNeedsIsToldAndLeftOut() {
        Checked<Issuer.Signed> issued = issue(Runs.passing(), new Waiver("WI-CT-01", "Li Na", "r", DAY.plusDays(1)));

        assertThat(ids(issued)).containsExactly("certificate.NeedlessWaiver");
        assertThat(issued.value().orElseThrow().certificate().waivers()).isEmpty();
        assertThat(issued.value().orElseThrow().certificate().validUntil()).isEqualTo(DAY.plusDays(90));
    }

    @Test
    void nothingIsPromisedForMoreThanAYear() {
        RunResult run = Runs.with(Runs.passing(), List.of(Runs.result("WI-B", Outcome.FAIL, "late")));

        assertThat(issue(run, new Waiver("WI-B", "Li Na", "r", DAY.plusDays(366)))
                        .ok())
                .isTrue();
        assertThat(ids(issue(run, new Waiver("WI-B", "Li Na", "r", DAY.plusDays(367)))))
                .containsExactly("certificate.WaiverTooLong");
        assertThat(Issuer.issue(Runs.passing(), List.of(), KEY, DAY, 366).ok()).isTrue();
        assertThat(ids(Issuer.issue(Runs.passing(), List.of(), KEY, DAY, 367))).containsExactly("certificate.Validity");
    }

    @Test
    void aReasonOfAMegabyteIsShortened() {
        Waiver waiver = new Waiver("WI-B", "Li Na", "r", DAY.plusDays(1));
        RunResult run =
                Runs.with(Runs.passing(), List.of(Runs.result("WI-B", Outcome.FAIL, "\ud83d\ude00".repeat(500_000))));

        Issuer.Signed signed = issue(run, waiver).value().orElseThrow();

        assertThat(signed.file().length).isLessThan(10_000);
        assertThat(Verification.read(signed.file(), KEY.verificationKey()).findings())
                .isEmpty();
    }
}
