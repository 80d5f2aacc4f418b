package org.tongwen.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
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

/** {@code tongwen mappings}. */
@Command(
        name = "mappings",
        description = "Lists the mappings: name, message, format and title.",
        customSynopsis = "tongwen mappings [--format text|json] [--mappings DIR] ...",
        footer = {
            "",
            "Mapping files with errors are not in the list; their findings go to standard error, and the exit code is 1.",
            "",
            "Example: tongwen mappings --mappings my-mappings"
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
        int name = width(mappings, Mapping::name);
        int message = width(mappings, Mapping::message);
        int format = width(mappings, Mapping::format);
        StringBuilder text = new StringBuilder();
        for (Mapping each : mappings) {
            text.append(padded(each.name(), name))
                    .append(padded(each.message(), message))
                    .append(padded(each.format(), format))
                    .append(each.title())
                    .append('\n');
        }
        return text.toString();
    }

    private static int width(List<Mapping> mappings, Function<Mapping, String> column) {
        return mappings.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
