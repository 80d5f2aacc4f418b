package org.tongwen.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.MappingJson;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongwen map list}. */
@Command(
        name = "list",
        description = "Lists the mappings: name, message, format and title.",
        customSynopsis = "tongwen map list [--format text|json] [--mappings DIR] ...",
        footer = {
            "",
            "Mapping files with errors are not in the list; their findings go to standard error, and the exit code is 1.",
            "",
            "Example: tongwen map list --mappings my-mappings"
        })
final class ListMappings implements Callable<Integer> {

    private final Terminal terminal;
    private final MappingSource source;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the list. Default: text")
    private OutputFormat format;

    @Mixin
    private MappingOptions mappings;

    @Mixin
    private SchemaOptions schemas;

    ListMappings(Terminal terminal, MappingSource source) {
        this.terminal = terminal;
        this.source = source;
    }

    @Override
    public Integer call() {
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        Checked<Mappings> loaded = mappings.load(source, catalogue.value().orElseThrow());
        List<Mapping> all = loaded.value().map(Mappings::all).orElse(List.of());
        switch (format) {
            case TEXT -> terminal.result(text(all));
            case JSON -> terminal.result(JsonReport.of(json -> MappingJson.array(all, json)));
        }
        FindingPrinter.print(loaded.findings(), terminal);
        return Finding.anyError(loaded.findings()) ? Exit.FINDINGS : Exit.DONE;
    }

    private static String text(List<Mapping> mappings) {
        return Columns.text(mappings.stream()
                .map(each -> List.of(each.name(), messages(each), each.format(), each.title()))
                .toList());
    }

    /** A dispatch makes many messages, which its mappings name; all of them would make the column wider than any screen. */
    private static String messages(Mapping mapping) {
        return mapping.message().contains(",") ? "several" : mapping.message();
    }
}
