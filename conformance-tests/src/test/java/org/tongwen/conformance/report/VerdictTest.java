package org.tongwen.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.conformance.run.Runs.DAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.Runs;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class VerdictTest {

    private static void assertSaid(RunReport report, Verdict verdict, String sentence) {
        assertThat(Verdict.of(report)).isEqualTo(verdict);
        assertThat(new Summary(report).sentence()).isEqualTo(sentence);
    }

    private static RunResult with(Outcome outcome) {
        return Runs.with(Runs.passing(), List.of(Runs.result("WI-X", outcome, "why")));
    }

    @Test
    void everythingMandatoryPassed() {
        assertSaid(
                Reports.of(Runs.passing()),
                Verdict.CONFORMANT,
                "All 3 mandatory requirements that apply and can be tested are met.");
    }

    @Test
    void aFailureIsNotConformant() {
        assertSaid(Reports.of(Runs.failing()), Verdict.NOT_CONFORMANT, "Of 4 mandatory requirements one failed.");
    }

    @Test
    void whatCouldNotBeTriedIsNotConformantEither() {
        assertSaid(
                Reports.of(with(Outcome.NOT_RUN)),
                Verdict.NOT_CONFORMANT,
                "Of 4 mandatory requirements one could not be tried.");
    }

    @Test
    void aWaivedFailureIsSaid() {
        assertSaid(
                Reports.of(Runs.failing(), Reports.waiver("WI-TIME-02")),
                Verdict.WAIVED,
                "All mandatory requirements are met, but for one that is waived.");
        assertSaid(
                Reports.of(
                        Runs.with(Runs.failing(), List.of(Runs.result("WI-X", Outcome.FAIL, "why"))),
                        Reports.waiver("WI-TIME-02")),
                Verdict.NOT_CONFORMANT,
                "Of 5 mandatory requirements one failed; one more is waived.");
    }

    @Test
    void aWaiverThatLapsedWaivesNothing() {
        Waiver lapsed = new Waiver("WI-TIME-02", "Li Na", "r", DAY.minusDays(1));

        assertThat(Verdict.of(Reports.of(Runs.failing(), lapsed))).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    @Test
    void anErrorOfTheSuiteIsNoVerdictAndIsNeverWaived() {
        assertSaid(
                Reports.of(with(Outcome.ERROR), Reports.waiver("WI-X")),
                Verdict.SUITE_ERROR,
                "The suite itself broke at WI-X. This proves nothing about the participant.");
    }

    @Test
    void anIncompleteRunIsNeverConformant() {
        assertSaid(
                Reports.of(Runs.incomplete(Runs.passing(), "only WI-CT-* was run")),
                Verdict.INCOMPLETE,
                "Not everything was run, so there is no verdict: only WI-CT-* was run.");
        assertSaid(
                Reports.of(Runs.incomplete(Runs.failing(), "the time limit of 60 s was over")),
                Verdict.NOT_CONFORMANT,
                "Of 4 mandatory requirements one failed; the run is also incomplete: the time limit of 60 s was over.");
    }

    @Test
    void whatStoppedTheRunMayExplainWhatWasNotTried() {
        assertThat(Verdict.of(Reports.of(Runs.incomplete(with(Outcome.NOT_RUN), "the time limit was over"))))
                .isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void faultsOfConfigurationScoreNothing() {
        Preflight wrong =
                new Preflight(List.of(), List.of(Finding.error("preflight.Unreachable", Place.NOWHERE, "no answer")));

        assertSaid(
                Reports.of(Runs.preflight(Runs.failing(), wrong)),
                Verdict.CONFIGURATION,
                "The run did not start: the configuration or the connection is at fault. Nothing was scored.");
    }

    @Test
    void aRunThatProvesNothingIsNotConformant() {
        RunResult nothing = Runs.requirements(
                Runs.passing(),
                Runs.passing().requirements().stream()
                        .filter(each -> each.outcome() != Outcome.PASS)
                        .toList());

        assertSaid(
                Reports.of(nothing), Verdict.NOT_CONFORMANT, "No mandatory requirement passed, so nothing is proved.");
    }
}
