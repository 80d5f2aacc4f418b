package org.tongwen.conformance.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.plan.Requirement;

/** Runs as the engine would leave them behind, for tests of what is made of them. */
public final class Runs {

    /** The day of all of them. */
    public static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private Runs() {}

    /** A whole run in which everything passed; one requirement is not demanded, one cannot be tested. */
    public static RunResult passing() {
        return of(List.of(
                passed("WI-CT-01", "A credit transfer that can be booked is accepted.", "WI 4.1"),
                passed(
                        "WI-CT-02",
                        "A credit transfer to an account that does not exist is rejected with AC01.",
                        "WI 4.2"),
                passed("WI-DUP-01", "The same payment twice is booked once.", "WI 6.1"),
                RequirementResult.without(
                        requirement("WI-RTP-01", "A request to pay is answered.", "WI 8.1"),
                        Outcome.NOT_APPLICABLE,
                        "demanded of initiating-wallet only"),
                RequirementResult.without(
                        untested("WI-SEC-09", "Private keys are kept in hardware.", "WI 9.9", "no message shows it"),
                        Outcome.NOT_RUN,
                        "untested")));
    }

    /** A whole run with a failure of a mandatory requirement, and one of a recommended one. */
    public static RunResult failing() {
        CaseResult late = new CaseResult(
                "limits/after-ten-seconds",
                "An answer 1 ms after the limit comes too late",
                Outcome.FAIL,
                "expected RJCT with AB05, got ACSC",
                List.of(
                        StepResult.pass("send pacs.008.001.08", "", "202"),
                        new StepResult(
                                "answer pacs.002.001.10 within 10 s",
                                "TxInfAndSts/TxSts = RJCT and StsRsnInf/Rsn/Cd = AB05",
                                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10\">"
                                        + "<FIToFIPmtStsRpt><TxInfAndSts><TxSts>ACSC</TxSts></TxInfAndSts></FIToFIPmtStsRpt></Document>",
                                Outcome.FAIL,
                                Optional.of("curl -sS -H 'Content-Type: application/xml' --data-binary @pacs.008.xml"
                                        + " http://127.0.0.1:18080/messages"))),
                List.of(17, 18, 19));
        return with(
                passing(),
                List.of(
                        RequirementResult.of(
                                requirement("WI-TIME-02", "A payment past its time limit is rejected.", "WI 5.3"),
                                List.of(late)),
                        RequirementResult.of(
                                new Requirement(
                                        "WI-NAM-01",
                                        "Names are answered in the script of the account.",
                                        "WI 8.4",
                                        Requirement.Severity.RECOMMENDED,
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty()),
                                List.of(CaseResult.of(
                                        "payee/name", "The payee's name", Outcome.FAIL, "expected 李娜, got Li Na")))));
    }

    /** These results and more. */
    public static RunResult with(RunResult run, List<RequirementResult> more) {
        List<RequirementResult> all = new ArrayList<>(run.requirements());
        all.addAll(more);
        return requirements(run, all);
    }

    /** A run with other results. */
    public static RunResult requirements(RunResult run, List<RequirementResult> results) {
        return new RunResult(
                run.plan(),
                run.packs(),
                run.participant(),
                run.asOf(),
                run.started(),
                run.ended(),
                run.engine(),
                results,
                run.preflight(),
                run.evidence(),
                run.incomplete());
    }

    /** A run that stopped. */
    public static RunResult incomplete(RunResult run, String reason) {
        return new RunResult(
                run.plan(),
                run.packs(),
                run.participant(),
                run.asOf(),
                run.started(),
                run.ended(),
                run.engine(),
                run.requirements(),
                run.preflight(),
                run.evidence(),
                Optional.of(reason));
    }

    /** A run with other evidence. */
    public static RunResult evidence(RunResult run, Chain evidence) {
        return new RunResult(
                run.plan(),
                run.packs(),
                run.participant(),
                run.asOf(),
                run.started(),
                run.ended(),
                run.engine(),
                run.requirements(),
                run.preflight(),
                evidence,
                run.incomplete());
    }

    /** A run after other checks. */
    public static RunResult preflight(RunResult run, Preflight preflight) {
        return new RunResult(
                run.plan(),
                run.packs(),
                run.participant(),
                run.asOf(),
                run.started(),
                run.ended(),
                run.engine(),
                run.requirements(),
                preflight,
                run.evidence(),
                run.incomplete());
    }

    /** A run of a plan with these results. */
    public static RunResult of(List<RequirementResult> results) {
        return new RunResult(
                new RunResult.PlanStamp(
                        "wallet-interop",
                        "Wallets and banks that settle with each other",
                        "1.0",
                        "wallet-interop",
                        "5f2c".repeat(16)),
                new TreeMap<>(Map.of("wallet-interop 2026.1", "9b1d".repeat(16))),
                new Participant("YUNSCNBH", "Yunshan Bank 云山银行", List.of("creditor-agent", "debtor-agent")),
                DAY,
                Instant.parse("2026-11-22T08:00:00Z"),
                Instant.parse("2026-11-22T08:00:21.500Z"),
                "0.1.0",
                results,
                new Preflight(
                        List.of("messages: http://127.0.0.1:18080/messages answers", "clock: 3 ms apart"), List.of()),
                new Chain(128, "c0de".repeat(16)),
                Optional.empty());
    }

    /** A mandatory requirement. */
    public static Requirement requirement(String id, String text, String clause) {
        return Requirement.of(id, text, clause, Requirement.Severity.MANDATORY);
    }

    /** A mandatory requirement that no case tests. */
    public static Requirement untested(String id, String text, String clause, String reason) {
        return new Requirement(
                id, text, clause, Requirement.Severity.MANDATORY, List.of(), Optional.of(reason), Optional.empty());
    }

    /** A requirement whose one case passed. */
    public static RequirementResult passed(String id, String text, String clause) {
        return RequirementResult.of(
                requirement(id, text, clause),
                List.of(new CaseResult(
                        "cases/" + id.toLowerCase(java.util.Locale.ROOT),
                        text,
                        Outcome.PASS,
                        "",
                        List.of(StepResult.pass("answer pacs.002.001.10 within 10 s", "TxSts = ACSC", "ACSC")),
                        List.of(1, 2))));
    }

    /** A mandatory requirement whose one case came out so. */
    public static RequirementResult result(String id, Outcome outcome, String reason) {
        return RequirementResult.of(
                requirement(id, "Demanded: " + id, "WI 1"), List.of(CaseResult.of("cases/" + id, id, outcome, reason)));
    }
}
