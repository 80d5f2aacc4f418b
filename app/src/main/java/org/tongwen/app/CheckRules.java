package org.tongwen.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.sample.PackCheck;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongwen rules check}. */
@Command(
        name = "check",
        description =
                "Reads rule packs of your own, looks up each message and element that they name, and tries the samples of each rule:"
                        + " the good ones must keep it, the bad ones must break it.",
        customSynopsis = "tongwen rules check DIR [--xsd DIR]",
        footer = {
            "",
            "DIR is a pack, or a folder with a folder for each. Findings go to standard error, with file, line and column.",
            "Exit code 1: there is an error.",
            "",
            "Example: tongwen rules check our-rules"
        })
final class CheckRules implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The packs.")
    private Path folder;

    @Mixin
    private SchemaOptions schemas;

    CheckRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        RuleLibrary library = LibraryOptions.read(folder, catalogue.value().orElseThrow(), terminal);
        List<Finding> all = new ArrayList<>();
        for (RulePack pack : library.own()) {
            List<Finding> findings =
                    new PackCheck(library, pack, catalogue.value().orElseThrow()).findings();
            FindingPrinter.print(findings, terminal);
            terminal.result(line(pack, findings));
            all.addAll(findings);
        }
        return Finding.anyError(all) ? Exit.FINDINGS : Exit.DONE;
    }

    private static String line(RulePack pack, List<Finding> findings) {
        int samples =
                pack.rules().stream().mapToInt(rule -> rule.samples().size()).sum();
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return pack.name() + ": " + counted(pack.rules().size(), "rule") + ", " + counted(samples, "sample") + ", "
                + counted(errors, "error") + "\n";
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
