package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.certificate.Certificate;
import org.tongwen.conformance.certificate.Comparison;
import org.tongwen.conformance.certificate.Verification;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance diff}. */
@Command(
        name = "diff",
        description = "Says what came out otherwise than before, requirement by requirement.",
        customSynopsis = "tongwen conformance diff NEW OLD [--key PUBLIC]",
        footer = {
            "",
            "NEW and OLD are each a certificate or the folder of a run. Of certificates the signature is checked, not the",
            "day: an old one may have expired. Also says whether plan and rules are the same, which may explain the rest.",
            "",
            "Exit code 1: something that passed before does not pass now.",
            "",
            "Example: tongwen conformance diff this-year last-year/certificate.jws --key issuer.pub.pem"
        })
final class CompareRuns implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NEW", description = "A certificate, or the folder of a run.")
    private String now;

    @Parameters(index = "1", paramLabel = "OLD", description = "The one before.")
    private String before;

    @Option(names = "--key", paramLabel = "PUBLIC", description = "The issuer's public key (PEM), for certificates.")
    private @Nullable String key;

    CompareRuns(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(side(before), side(now));
        comparison.background().forEach(line -> terminal.result(VisibleText.of(line) + "\n"));
        List<Comparison.Change> changes = comparison.changes();
        terminal.result(Columns.text(changes.stream()
                .map(change -> List.of(change.kind().words(), change.requirement(), change.told()))
                .toList()));
        terminal.result(changes.isEmpty() ? "every requirement came out as before\n" : "");
        return comparison.isWorse() ? Exit.FINDINGS : Exit.DONE;
    }

    private Comparison.Side side(String word) {
        Path path = Path.of(word);
        if (Files.isDirectory(path)) {
            return Comparison.Side.of(WriteReport.results(path, terminal).run());
        }
        byte[] file = NamedFile.read(word, terminal);
        String issuer = Optional.ofNullable(key)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), word + " is a certificate; give the issuer's public key with --key"));
        Checked<Certificate> read = Verification.read(file, KeyFiles.verificationKey(issuer, terminal));
        FindingPrinter.print(FindingPrinter.in(word, read.findings()), terminal);
        return Comparison.Side.of(
                read.value().orElseThrow(() -> StopException.findings(word + " is not what this key signed")));
    }
}
