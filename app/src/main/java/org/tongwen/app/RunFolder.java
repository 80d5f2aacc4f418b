package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.report.ResultsJson;
import org.tongwen.conformance.report.RunReport;

/** The folder that a run leaves behind. */
final class RunFolder {

    private final Path folder;
    private final Terminal terminal;

    private RunFolder(Path folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
    }

    /** The folder, made if needed. One with a certificate is refused: a new run would replace the evidence that it rests on. */
    static RunFolder open(Path folder, Terminal terminal) {
        if (Files.exists(folder.resolve(Issuer.FILE))) {
            throw StopException.usage(
                    folder + " holds a run that was certified, and its evidence; choose another --out");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StopException.refused("cannot make the folder " + folder + ": " + Input.reason(e));
        }
        return new RunFolder(folder, terminal);
    }

    /** What the run before left. */
    RunReport results() {
        return WriteReport.results(folder, terminal);
    }

    /** Writes results and reports. */
    void write(RunReport report) {
        Output.write(folder.resolve(ResultsJson.FILE), ResultsJson.write(report));
        WriteReport.write(report, folder);
    }

    /** Writes the certificate, and gives its place. */
    Path write(Issuer.Signed signed) {
        Path file = folder.resolve(Issuer.FILE);
        Output.write(file, signed.file());
        return file;
    }
}
