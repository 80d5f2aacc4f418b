package org.tongwen.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.Runs;

class TerminalTextTest {

    @Test
    void aPassIsThreeLines() {
        assertThat(TerminalText.of(Reports.of(Runs.passing()))).isEqualTo("""
                Yunshan Bank 云山银行, wallet-interop 1.0 as of 2026-11-22
                3 passed, 1 not applicable, 1 untested; 128 exchanges in 21.5 s
                Conformant. All 3 mandatory requirements that apply and can be tested are met.
                """);
    }

    @Test
    void whatIsNotMetStandsBeforeTheVerdict() {
        List<RequirementResult> notRun = List.of(
                Runs.result("WI-O-1", Outcome.NOT_RUN, "no address to observe"),
                Runs.result("WI-O-2", Outcome.NOT_RUN, "no address to observe"));

        assertThat(TerminalText.of(Reports.of(Runs.with(Runs.failing(), notRun), Reports.waiver("WI-TIME-02"))))
                .isEqualTo("""
                        FAILED (waived)  WI-TIME-02  A payment past its time limit is rejected. [WI 5.3]
                            limits/after-ten-seconds: expected RJCT with AB05, got ACSC
                        FAILED (recommended)  WI-NAM-01  Names are answered in the script of the account. [WI 8.4]
                            payee/name: expected 李娜, got Li Na
                        NOT RUN  WI-O-1, WI-O-2
                            no address to observe

                        Yunshan Bank 云山银行, wallet-interop 1.0 as of 2026-11-22
                        3 passed, 2 failed, 2 not run, 1 not applicable, 1 untested; 128 exchanges in 21.5 s
                        Not conformant. Of 6 mandatory requirements 2 could not be tried; one more is waived.
                        """);
    }

    @Test
    void hundredsOfFailuresDoNotFloodTheScreen() {
        List<RequirementResult> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(Runs.result("WI-" + i, Outcome.FAIL, i + "x".repeat(100_000)));
        }

        assertThat(TerminalText.of(Reports.of(Runs.with(Runs.passing(), many))))
                .contains("... and 280 more\n")
                .hasLineCount(45)
                .hasSizeLessThan(20_000);
    }

    @Test
    void noTextCommandsTheTerminal() {
        assertThat(TerminalText.of(Reports.saying(Reports.HOSTILE)).chars())
                .allMatch(c -> c == '\n' || !Character.isISOControl(c))
                .doesNotContain(0x202e, 0x2066, 0x200f, 0x2028);
    }

    @Test
    void requirementsThatAreBrokenForOneReasonStandTogether() {
        List<RequirementResult> same = Stream.of("WI-A", "WI-B", "WI-C")
                .map(id -> Runs.result(id, Outcome.FAIL, "expect status: it did not come"))
                .toList();

        assertThat(TerminalText.of(Reports.of(Runs.with(Runs.passing(), same))))
                .startsWith("FAILED  WI-A, WI-B, WI-C\n    expect status: it did not come\n\n");
        assertThat(TerminalText.of(Reports.of(Runs.with(Runs.passing(), same.subList(0, 2)))))
                .startsWith("FAILED  WI-A  Demanded: WI-A [WI 1]\n");
    }
}
