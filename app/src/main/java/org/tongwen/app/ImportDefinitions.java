package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.xsd.diff.Difference;
import org.tongwen.xsd.diff.Effect;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen xsd import}. */
@Command(
        name = "import",
        description = "Adds official schemas or those of a usage guideline to your own definitions.",
        customSynopsis = "tongwen xsd import FILE... [--replace] [--xsd DIR] ...",
        footer = {
            "",
            "All files are checked before anything is written, and nothing is written if one has an error. Each is stored under",
            "its message's name, such as pacs.008.001.08.xsd; a file that includes others becomes one schema with all of them.",
            "With the default folder every command uses the definitions from then on; with a folder of your own, give the same",
            "--xsd DIR to them. A folder holds one definition of each message: keep each guideline in its own folder.",
            "",
            "To see what a guideline restricts: tongwen xsd diff pacs.008.001.08 guideline.xsd",
            "",
            "Exit codes: 1 a file has errors, or would replace another; 3 a file does not exist.",
            "",
            "Example: tongwen xsd import --xsd guideline downloads/CBPRPlus_pacs_008_001_08.xsd"
        })
final class ImportDefinitions implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The schema files, one for each message.")
    private List<String> files;

    @Option(names = "--replace", description = "Replace definitions of the same messages in the folder.")
    private boolean replace;

    @Mixin
    private SchemaOptions schemas;

    ImportDefinitions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = schemas.target()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "which folder? Outside of a checkout --xsd DIR must say so"));
        Checked<List<SchemaImport>> checked = SchemaImport.check(
                files.stream().map(ImportDefinitions::existing).toList(), folder);
        List<SchemaImport> imports = checked.value().orElse(List.of());
        List<Finding> findings = new ArrayList<>(checked.findings());
        if (!replace) {
            imports.forEach(each -> findings.addAll(occupied(each)));
        }
        FindingPrinter.print(findings, terminal);
        if (Finding.anyError(findings)) {
            terminal.complain("nothing was written");
            return Exit.FINDINGS;
        }
        imports.forEach(each -> write(each, folder));
        return Exit.DONE;
    }

    private static Path existing(String name) {
        Input input = new Input(name);
        if (!input.exists() || input.isStandard()) {
            throw StopException.notFound(input.missing());
        }
        if (Files.isDirectory(Path.of(name))) {
            throw StopException.notFound(name + ": a folder stands where a schema file is expected");
        }
        return Path.of(name);
    }

    private static List<Finding> occupied(SchemaImport each) {
        return each.replaced().stream()
                .map(file -> Finding.error(
                                "xsd.Import",
                                new Place(each.source().toString(), 0, 0, ""),
                                "defines " + each.definition().id() + ", and so does " + file)
                        .hint("With --replace it takes the place of that file."))
                .toList();
    }

    private void write(SchemaImport each, Path folder) {
        try {
            Files.createDirectories(folder);
            Output.write(each.target(), each.content());
            for (Path old : each.replaced()) {
                if (!old.equals(each.target())) {
                    Files.deleteIfExists(old);
                }
            }
        } catch (IOException e) {
            throw StopException.refused("cannot write " + each.target() + ": " + Input.reason(e));
        }
        terminal.result(report(each));
    }

    private static String report(SchemaImport each) {
        StringBuilder text = new StringBuilder();
        text.append(visible(each.definition().id()))
                .append(" from ")
                .append(visible(each.source()))
                .append('\n');
        text.append("  root ").append(visible(each.definition().root().name()));
        text.append(", ").append(each.types()).append(" types\n");
        text.append("  ").append(comparison(each)).append('\n');
        text.append("  written to ").append(visible(each.target()));
        text.append(each.composed() ? ", together with what it includes\n" : "\n");
        for (Path old : each.replaced()) {
            text.append("  replaces ").append(old.equals(each.target()) ? "the one before" : visible(old));
            text.append('\n');
        }
        return text.toString();
    }

    private static String visible(Object name) {
        return VisibleText.of(name.toString());
    }

    private static String comparison(SchemaImport each) {
        return Catalogue.builtIn()
                .ofNamespace(each.definition().namespace())
                .map(standard -> Difference.of(standard, each.definition()))
                .map(difference -> verdict(difference.effect()) + difference.summary())
                .orElse("there is no built-in definition of its namespace");
    }

    private static String verdict(Effect effect) {
        return switch (effect) {
            case NONE -> "allows the same as the built-in definition: ";
            case NARROWS -> "restricts the built-in definition: ";
            case WIDENS -> "allows more than the built-in definition: ";
            case BOTH -> "differs from the built-in definition in both directions: ";
        };
    }
}
