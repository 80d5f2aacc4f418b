package org.tongwen.conformance.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RunResult.PlanStamp;
import org.tongwen.conformance.run.Runs;

class ComparisonTest {

    private static Comparison.Side side(Map<String, Standing> standings) {
        return new Comparison.Side(
                Runs.passing().plan(), Runs.passing().packs(), Runs.DAY, "0.1.0", new TreeMap<>(standings));
    }

    @Test
    void theSameTwiceHasNoChange() {
        Comparison comparison = Comparison.of(Comparison.Side.of(Runs.failing()), Comparison.Side.of(Runs.failing()));

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.background()).isEmpty();
        assertThat(comparison.isWorse()).isFalse();
    }

    @Test
    void whatPassedThenAndFailsNowStandsFirst() {
        Comparison comparison = Comparison.of(
                side(Map.of(
                        "A",
                        Standing.PASS,
                        "B",
                        Standing.FAIL,
                        "C",
                        Standing.FAIL,
                        "D",
                        Standing.PASS,
                        "F",
                        Standing.PASS)),
                side(Map.of(
                        "A",
                        Standing.PASS,
                        "B",
                        Standing.PASS,
                        "C",
                        Standing.NOT_RUN,
                        "E",
                        Standing.FAIL,
                        "F",
                        Standing.NOT_RUN)));

        assertThat(comparison.changes())
                .extracting(change -> change.kind().words() + " " + change.requirement() + ": " + change.told())
                .containsExactly(
                        "worse F: passed, now not run",
                        "better B: failed, now passed",
                        "otherwise C: failed, now not run",
                        "new E: not in the plan, now failed",
                        "gone D: passed, now not in the plan");
        assertThat(comparison.isWorse()).isTrue();
    }

    @Test
    void otherRulesAndAnotherPlanAreSaid() {
        Comparison.Side before = side(Map.of());
        Comparison.Side now = new Comparison.Side(
                new PlanStamp("wallet-interop", "t", "1.1", "wallet-interop", "abcdef0123456789"),
                new TreeMap<>(Map.of("wallet-interop 2026.1", "other", "iso 1", "new")),
                LocalDate.parse("2027-11-22"),
                "0.2.0",
                Map.of());

        assertThat(Comparison.of(before, now).background())
                .containsExactly(
                        "plan: wallet-interop 1.0 (5f2c5f2c5f2c), now wallet-interop 1.1 (abcdef012345)",
                        "rules iso 1: new",
                        "rules wallet-interop 2026.1: changed",
                        "rules as of: 2026-11-22, now 2027-11-22",
                        "engine: 0.1.0, now 0.2.0");
        assertThat(Comparison.of(now, before).background()).contains("rules iso 1: gone");
    }

    @Test
    void aCertificateIsComparedWithARun() {
        Certificate certificate = Issuer.issue(Runs.passing(), List.of(), SigningKey.create(), Runs.DAY, 90)
                .value()
                .orElseThrow()
                .certificate();

        assertThat(Comparison.of(
                                Comparison.Side.of(certificate),
                                Comparison.Side.of(Runs.requirements(
                                        Runs.passing(), List.of(Runs.result("WI-CT-01", Outcome.FAIL, "wrong")))))
                        .changes())
                .extracting(Comparison.Change::kind)
                .startsWith(Comparison.Kind.WORSE);
    }
}
