package org.tongwen.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.sample.JUnitReport;
import org.tongwen.mappings.sample.SampleProblem;
import org.tongwen.mappings.sample.SampleResult;
import org.tongwen.mappings.sample.Trial;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tongwen map test}. */
@Command(
        name = "test",
        description = "Runs the samples of mappings in both directions and says what differs.",
        customSynopsis = "tongwen map test [FILE|DIR]... [--update] [--junit FILE] [--mappings DIR] [--xsd DIR]",
        footer = {
            "",
            "A mapping with errors fails. Exit code 1: something failed.",
            "",
            "Example: tongwen map test my-mappings --junit build/mappings.xml"
        })
final class TestMappings implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private MappingFiles files;

    @Option(
            names = "--update",
            description = "Write what comes out into the samples, for review with your version control.")
    private boolean update;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results for a build server, as JUnit XML.")
    private @Nullable Path junit;

    @Mixin
    private SchemaOptions schemas;

    TestMappings(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (junit != null) {
            Output.checkPlace(junit, spec);
        }
        List<MappingFiles.Target> targets = files.targets();
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        TargetLoader loader = new TargetLoader(catalogue.value().orElseThrow());
        List<Trial> trials = new ArrayList<>();
        for (MappingFiles.Target target : targets) {
            Trial trial = Trial.of(target.root(), target.file(), loader.load(target), update);
            trials.add(trial);
            print(trial, target);
        }
        if (junit != null) {
            Output.write(junit, JUnitReport.of(trials));
        }
        terminal.result(summary(trials));
        return trials.stream().allMatch(Trial::ok) ? Exit.DONE : Exit.FINDINGS;
    }

    private void print(Trial trial, MappingFiles.Target target) {
        FindingPrinter.print(target.placed(trial.findings()), terminal, new Excerpts());
        if (!trial.mapping().ok()) {
            terminal.result("FAIL " + MappingFiles.shown(target.file()) + ": the mapping has errors\n");
        }
        for (SampleResult result : trial.samples()) {
            terminal.result(text(result, target));
        }
    }

    private static String text(SampleResult result, MappingFiles.Target target) {
        StringBuilder text = new StringBuilder(result.passed() ? "pass " : "FAIL ");
        text.append(VisibleText.of(
                        result.sample().mapping() + "/" + result.sample().name()))
                .append(VisibleText.of(
                        result.terms().origin().isBlank()
                                ? ""
                                : " (" + result.terms().origin() + ")"))
                .append('\n');
        result.updated()
                .forEach(file -> text.append("  updated ")
                        .append(MappingFiles.shown(file))
                        .append('\n'));
        for (SampleProblem problem : result.problems()) {
            String place =
                    target.placed(List.of(problem.finding())).get(0).place().toString();
            text.append("  ")
                    .append(VisibleText.of(place + ": " + problem.message() + " | " + problem.id()))
                    .append('\n')
                    .append(problem.detail().indent(4));
        }
        return text.toString();
    }

    private static String summary(List<Trial> trials) {
        long failed = trials.stream()
                .flatMap(trial -> trial.samples().stream())
                .filter(result -> !result.passed())
                .count();
        long all = trials.stream().mapToLong(trial -> trial.samples().size()).sum();
        long broken = trials.stream().filter(trial -> !trial.mapping().ok()).count();
        return counted(trials.size(), "mapping") + ", " + counted(all, "sample") + ", " + failed + " failed"
                + (broken == 0 ? "" : "; " + counted(broken, "mapping") + " with errors, not tested") + "\n";
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
