package org.tongwen.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
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
        Checked<List<Translator>> loaded =
                source.load(mappings.folder(), catalogue.value().orElseThrow());
        List<Translator> translators = loaded.value().orElse(List.of());
        switch (format) {
            case TEXT -> terminal.result(text(translators));
            case JSON -> terminal.result(json(translators));
        }
        FindingPrinter.print(loaded.findings(), terminal);
        return Finding.anyError(loaded.findings()) ? Exit.FINDINGS : Exit.DONE;
    }

    private static String text(List<Translator> translators) {
        int name = width(translators, Translator::name);
        int message = width(translators, Translator::message);
        int format = width(translators, Translator::format);
        StringBuilder text = new StringBuilder();
        for (Translator each : translators) {
            text.append(padded(each.name(), name))
                    .append(padded(each.message(), message))
                    .append(padded(each.format(), format))
                    .append(each.title())
                    .append('\n');
        }
        return text.toString();
    }

    private static int width(List<Translator> translators, Function<Translator, String> column) {
        return translators.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    private static byte[] json(List<Translator> translators) {
        return Json.of(json -> {
            json.writeStartArray();
            for (Translator each : translators) {
                write(each, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(Translator mapping, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", mapping.name());
        json.writeStringField("title", mapping.title());
        json.writeStringField("message", mapping.message());
        json.writeStringField("format", mapping.format());
        json.writeStringField("mediaType", mapping.mediaType());
        json.writeStringField("digest", mapping.digest());
        json.writeArrayFieldStart("given");
        for (String name : mapping.given()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("noHome");
        for (Map.Entry<String, String> entry : mapping.noHome().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
