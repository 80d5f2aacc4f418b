package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.engine.Certification;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.report.ResultsCheck;
import org.tongwen.conformance.report.ResultsJson;
import org.tongwen.conformance.report.RunReport;
import org.tongwen.xsd.finding.Finding;

/**
 * The folder that a run leaves behind. While a run that was started lies in it, the next one keeps its evidence in a folder of its own
 * inside; only one that was started too takes the place of the first.
 */
final class RunFolder {

    private static final String ASIDE = "unfinished";
    private static final List<String> FILES = List.of(EvidenceLog.FILE, Certification.SUITE_KEY);

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

    @Override
    public String toString() {
        return folder.toString();
    }

    /** What the run before left. */
    RunReport results() {
        return WriteReport.results(folder, terminal);
    }

    /** The same, when the evidence is there to go on with; otherwise the command ends, after the findings that say why. */
    RunReport provedResults() {
        RunReport report = results();
        List<Finding> wrong = ResultsCheck.evidence(report.run(), folder);
        if (Finding.anyError(wrong)) {
            FindingPrinter.print(wrong, terminal);
            throw StopException.findings(
                    "nothing is run again: results and evidence in " + folder + " do not belong together");
        }
        return report;
    }

    /** Whether a run was started that lies here; one that cannot be read may have been. */
    boolean holdsRun() {
        Path file = folder.resolve(ResultsJson.FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            return ResultsJson.read(NamedFile.read(file.toString(), terminal))
                    .run()
                    .preflight()
                    .ok();
        } catch (JsonException e) {
            return true;
        }
    }

    /** The folder for the evidence of a new run. */
    Path forNext() {
        return holdsRun() ? aside() : folder;
    }

    /** The same for a run that goes on with the evidence that is here. */
    Path forRerun() {
        Path aside = aside();
        try {
            if (Files.exists(folder.resolve(EvidenceLog.FILE))) {
                Files.copy(folder.resolve(EvidenceLog.FILE), aside.resolve(EvidenceLog.FILE));
            } else {
                Files.createFile(aside.resolve(EvidenceLog.FILE));
            }
        } catch (IOException e) {
            throw StopException.refused("cannot copy the evidence in " + folder + ": " + Input.reason(e));
        }
        return aside;
    }

    /** What a run that was broken off may have left there is of no use. */
    private Path aside() {
        drop();
        try {
            return Files.createDirectories(folder.resolve(ASIDE));
        } catch (IOException e) {
            throw StopException.refused("cannot make a folder in " + folder + ": " + Input.reason(e));
        }
    }

    /** Takes away what lies aside; the run before stays as it was. */
    void drop() {
        Path aside = folder.resolve(ASIDE);
        try {
            for (String name : FILES) {
                Files.deleteIfExists(aside.resolve(name));
            }
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw StopException.refused("cannot remove " + aside + ": " + Input.reason(e));
        }
    }

    /**
     * Writes results and reports, with the evidence that lies aside, if any.
     *
     * @param isRerun whether the evidence goes on with the one before, so that its key is needed too
     */
    void write(RunReport report, boolean isRerun) {
        Path aside = folder.resolve(ASIDE);
        if (Files.isDirectory(aside)) {
            try {
                if (isRerun) {
                    join(folder.resolve(Certification.SUITE_KEY), aside.resolve(Certification.SUITE_KEY));
                }
                for (String name : FILES) {
                    take(aside.resolve(name), folder.resolve(name));
                }
            } catch (IOException e) {
                throw StopException.refused("cannot write into " + folder + ": " + Input.reason(e));
            }
            drop();
        }
        Output.write(folder.resolve(ResultsJson.FILE), ResultsJson.write(report));
        WriteReport.write(report, folder);
    }

    /** The keys of earlier messages stand before that of later ones. */
    private static void join(Path earlier, Path later) throws IOException {
        if (Files.exists(earlier)) {
            String more = Files.exists(later) ? Files.readString(later) : "";
            Files.writeString(later, Files.readString(earlier) + more);
        }
    }

    private static void take(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(to);
        }
    }

    /** Writes the certificate, and gives its place. */
    Path write(Issuer.Signed signed) {
        Path file = folder.resolve(Issuer.FILE);
        Output.write(file, signed.file());
        return file;
    }
}
