package org.tongwen.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongwen.mappings.Authored;
import org.tongwen.mappings.sample.Trial;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.FindingSarif;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongwen map check}. */
@Command(
        name = "check",
        description = "Checks mapping files: every mistake of all of them in one run.",
        customSynopsis = "tongwen map check [FILE|DIR]... [--format text|json|sarif] [--mappings DIR] [--xsd DIR]",
        footer = {
            "",
            "With --format text a verdict on each file goes to standard output, and findings go to standard error.",
            "Exit code 1: there is an error. Warnings and notes do not count.",
            "",
            "Example: tongwen map check my-mappings",
            "Example: tongwen map check my-mappings/bank/transfer.pacs.008.001.08.yaml --format sarif"
        })
final class CheckMappings implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private MappingFiles files;

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            defaultValue = "text",
            converter = ReportFormat.Converter.class,
            description = "How to write what was found. Default: text")
    private ReportFormat format;

    @Mixin
    private SchemaOptions schemas;

    CheckMappings(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<MappingFiles.Target> targets = files.targets();
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        Map<MappingFiles.Target, Checked<Authored>> checked = new LinkedHashMap<>();
        TargetLoader loader = new TargetLoader(catalogue.value().orElseThrow());
        targets.forEach(target -> checked.put(target, check(target, loader)));
        List<Finding> together = files.together(checked);
        List<Finding> all = new ArrayList<>(together);
        checked.values().forEach(each -> all.addAll(each.findings()));
        write(checked, together, all);
        return Finding.anyError(all) ? Exit.FINDINGS : Exit.DONE;
    }

    private static Checked<Authored> check(MappingFiles.Target target, TargetLoader loader) {
        Checked<Authored> read = loader.load(target);
        Trial trial = Trial.of(target.root(), target.file(), read, false);
        return new Checked<>(read.value(), target.placed(trial.findings()));
    }

    private void write(Map<MappingFiles.Target, Checked<Authored>> checked, List<Finding> together, List<Finding> all) {
        switch (format) {
            case TEXT -> {
                Excerpts excerpts = new Excerpts();
                checked.forEach((target, each) -> {
                    FindingPrinter.print(each.findings(), terminal, excerpts);
                    terminal.result(MappingFiles.shown(target.file()) + ": " + verdict(each.findings()) + "\n");
                });
                FindingPrinter.print(together, terminal);
            }
            case JSON -> terminal.result(json(checked, together));
            case SARIF -> terminal.result(FindingSarif.of(Main.version().orElse(""), Map.of(), all));
        }
    }

    private static String verdict(List<Finding> findings) {
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        String verdict = errors == 0 ? "valid" : "invalid, " + errors + (errors == 1 ? " error" : " errors");
        return verdict + (warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings"));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static byte[] json(Map<MappingFiles.Target, Checked<Authored>> checked, List<Finding> together) {
        return JsonReport.object(json -> {
            json.writeArrayFieldStart("files");
            for (Map.Entry<MappingFiles.Target, Checked<Authored>> each : checked.entrySet()) {
                List<Finding> findings = each.getValue().findings();
                json.writeStartObject();
                json.writeStringField("file", MappingFiles.shown(each.getKey().file()));
                if (each.getValue().value().isPresent()) {
                    json.writeStringField(
                            "mapping", each.getValue().value().get().name());
                }
                json.writeStringField("verdict", Finding.anyError(findings) ? "invalid" : "valid");
                json.writeFieldName("findings");
                FindingJson.array(findings, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("findings");
            FindingJson.array(together, json);
        });
    }
}
