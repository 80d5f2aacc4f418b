package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.report.Exchanges;
import org.tongwen.conformance.report.ReportPage;
import org.tongwen.conformance.report.ResultsCheck;
import org.tongwen.conformance.report.ResultsJson;
import org.tongwen.conformance.report.RunJUnit;
import org.tongwen.conformance.report.RunReport;
import org.tongwen.conformance.report.TerminalText;
import org.tongwen.xsd.finding.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tongwen conformance report}. */
@Command(
        name = "report",
        description = "Writes the report of a run anew, from the results and the evidence in its folder.",
        customSynopsis = "tongwen conformance report DIR",
        footer = {
            "",
            "Writes report.html and junit.xml into DIR, and the summary to standard output. The results stay as they are.",
            "",
            "Example: tongwen conformance report first-run"
        })
final class WriteReport implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder of a run.")
    private Path folder;

    WriteReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunReport report = results(Folder.existing(folder), terminal);
        List<Finding> wrong = new ArrayList<>(ResultsCheck.evidence(report.run(), folder));
        wrong.addAll(ResultsCheck.certificate(report, folder));
        if (Finding.anyError(wrong)) {
            FindingPrinter.print(wrong, terminal);
            throw StopException.findings(
                    "the report is not written: the files in " + folder + " do not belong together");
        }
        write(report, folder);
        terminal.result(TerminalText.of(report));
        terminal.result(ResultsJson.FILE + " is not signed; only a certificate proves the results.\n");
        return Exit.DONE;
    }

    /** The results in a run's folder. */
    static RunReport results(Path folder, Terminal terminal) {
        Path file = folder.resolve(ResultsJson.FILE);
        if (!Files.exists(file)) {
            throw StopException.notFound(folder + " has no " + ResultsJson.FILE + "; it is not the folder of a run");
        }
        try {
            return ResultsJson.read(NamedFile.read(file.toString(), terminal));
        } catch (JsonException e) {
            throw StopException.findings(file + ": " + e.getMessage());
        }
    }

    /** Writes what is read of a run: the page and JUnit XML. */
    static void write(RunReport report, Path folder) {
        Output.write(folder.resolve(ReportPage.FILE), ReportPage.of(report, Exchanges.read(report, folder)));
        Output.write(folder.resolve(RunJUnit.FILE), RunJUnit.of(report));
    }
}
