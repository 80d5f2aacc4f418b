package org.tongwen.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongwen.conformance.certificate.Certificate;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.certificate.Verification;
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

    /**
     * Compares the certificate in a run's folder with the results. Its signature is not looked at.
     *
     * @return an error when the certificate is missing, or is not one for these results
     * @throws UncheckedIOException when the certificate cannot be read
     */
    public static List<Finding> certificate(RunReport report, Path folder) {
        Path file = folder.resolve(Issuer.FILE);
        if (!Files.isRegularFile(file)) {
            return report.issued().isEmpty()
                    ? List.of()
                    : List.of(error(
                            "report.NoCertificate", "the results name a certificate that the folder does not have"));
        }
        Checked<Certificate> read = Verification.unproved(bytes(file));
        boolean other =
                read.value().filter(certificate -> !isOf(report, certificate)).isPresent();
        return other
                ? List.of(
                        error("report.OtherCertificate", "the certificate in the folder is not one for these results"))
                : read.findings();
    }

    private static boolean isOf(RunReport report, Certificate certificate) {
        RunResult run = report.run();
        List<String> certified = certificate.requirements().stream()
                .map(line -> line.requirement() + line.standing())
                .toList();
        List<String> came = run.requirements().stream()
                .map(result -> result.requirement().id() + Standing.of(result))
                .toList();
        return report.issued()
                        .filter(issued -> issued.id().equals(certificate.id()))
                        .isPresent()
                && certificate.participant().equals(run.participant())
                && certificate.plan().equals(run.plan())
                && certificate.packs().equals(run.packs())
                && certificate.asOf().equals(run.asOf())
                && certificate.started().equals(run.started())
                && certificate.ended().equals(run.ended())
                && certificate.evidence().equals(run.evidence())
                && certified.equals(came);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate " + file + " cannot be read", e);
        }
    }

    private static Finding error(String id, String message) {
        return Finding.error(id, Place.NOWHERE, message);
    }

    /** Compares what was read with the document it was read from: whatever follows from the rest must stand there so. */
    static void consistent(RunReport report, Json.Fields document) {
        RunResult run = report.run();
        if (run.ended().isBefore(run.started())) {
            throw new JsonException("the run ended before it began; the file was changed");
        }
        run.requirements().forEach(result -> consistent(result, run.evidence()));
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
            throw new JsonException(
                    "what the file says of " + name + of + " does not follow from the rest; it was changed");
        }
    }

    private static void consistent(RequirementResult result, Chain evidence) {
        boolean isNumbered = result.cases().stream()
                .flatMap(tried -> tried.evidence().stream())
                .allMatch(number -> number >= 1 && number <= evidence.count());
        if (!isNumbered) {
            throw new JsonException("a case of " + result.requirement().id()
                    + " names evidence that there is not; the file was changed");
        }
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
