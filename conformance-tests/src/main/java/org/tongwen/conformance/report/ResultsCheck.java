package org.tongwen.conformance.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.conformance.run.StepResult;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Whether results say one thing in all their places. Nobody signs them, so this finds careless changes, not those of somebody who changes
 * every place; only a certificate proves what came of a run.
 */
public final class ResultsCheck {

    private ResultsCheck() {}

    /**
     * Compares the evidence in a run's folder with what the results say of it.
     *
     * @return an error when the evidence is missing, is broken or is that of another run
     * @throws java.io.UncheckedIOException when the evidence cannot be read
     */
    public static List<Finding> evidence(RunResult run, Path folder) {
        Path file = folder.resolve(EvidenceLog.FILE);
        if (!Files.isRegularFile(file)) {
            return run.evidence().count() == 0
                    ? List.of()
                    : List.of(error("report.NoEvidence", "the folder has no file " + EvidenceLog.FILE));
        }
        Checked<Chain> chain = EvidenceLog.verify(file);
        boolean other = chain.value().filter(end -> !end.equals(run.evidence())).isPresent();
        return other
                ? List.of(error("report.OtherEvidence", "the evidence is not the one that the results name"))
                : chain.findings();
    }

    private static Finding error(String id, String message) {
        return Finding.error(id, Place.NOWHERE, message);
    }

    /** Compares what was read with the document it was read from: whatever follows from the rest must stand there so. */
    static void consistent(RunReport report, Json.Fields document) {
        report.run().requirements().forEach(ResultsCheck::consistent);
        Json.Fields again = ResultsJson.of(report);
        List<Json.Fields> results = document.objects("requirements");
        List<Json.Fields> follow = again.objects("requirements");
        for (int i = 0; i < follow.size(); i++) {
            same(
                    "standing",
                    results.get(i),
                    follow.get(i),
                    " of " + follow.get(i).text("id"));
        }
        Stream.of("counts", "summary", "verdict").forEach(name -> same(name, document, again, ""));
    }

    private static void same(String name, Json.Fields document, Json.Fields again, String of) {
        if (!document.get(name).equals(again.get(name))) {
            throw new JsonException("the " + name + of + " does not follow from the results; the file was changed");
        }
    }

    private static void consistent(RequirementResult result) {
        List<Outcome> cases = result.cases().stream().map(CaseResult::outcome).toList();
        boolean follows =
                cases.isEmpty() ? result.outcome() != Outcome.PASS : result.outcome() == Outcome.gravest(cases);
        if (!follows || result.cases().stream().anyMatch(ResultsCheck::hidesAFailure)) {
            throw new JsonException("the outcome of " + result.requirement().id()
                    + " does not follow from its cases and steps; the file was changed");
        }
    }

    private static boolean hidesAFailure(CaseResult tried) {
        return tried.outcome() == Outcome.PASS
                && tried.steps().stream().map(StepResult::outcome).anyMatch(Outcome.FAIL::equals);
    }
}
