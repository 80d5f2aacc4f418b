package org.tongwen.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen xsd list}. */
@Command(
        name = "list",
        description = "Lists the messages that are known: identifier and body element.",
        customSynopsis = "tongwen xsd list [FAMILY] [--format text|json] [--xsd DIR] ...",
        footer = {"", "Exit code 3: no message begins like that.", "", "Example: tongwen xsd list pacs.008"})
final class ListDefinitions implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FAMILY",
            defaultValue = "",
            description = "How the identifier begins, such as pacs or pacs.008. Default: all messages")
    private String family;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the list. Default: text")
    private OutputFormat format;

    @Mixin
    private SchemaOptions schemas;

    ListDefinitions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checked<Catalogue> catalogue = schemas.catalogue();
        FindingPrinter.print(catalogue.findings(), terminal);
        if (!catalogue.ok()) {
            return Exit.FINDINGS;
        }
        List<MessageDefinition> definitions = found(catalogue.value().orElseThrow());
        switch (format) {
            case TEXT -> terminal.result(text(definitions));
            case JSON -> terminal.result(json(definitions));
        }
        return Exit.DONE;
    }

    private List<MessageDefinition> found(Catalogue catalogue) {
        List<String> ids = catalogue.ids().stream()
                .filter(id -> family.isEmpty() || id.equals(family) || id.startsWith(family + "."))
                .toList();
        if (ids.isEmpty()) {
            List<String> families = catalogue.ids().stream()
                    .flatMap(id -> beginnings(id).stream())
                    .distinct()
                    .toList();
            throw StopException.notFound("no message begins with '" + family + "'" + Nearest.hint(family, families));
        }
        return ids.stream().flatMap(id -> catalogue.find(id).stream()).toList();
    }

    private static List<String> beginnings(String id) {
        String[] parts = id.split("\\.");
        return parts.length < 2 ? List.of(id) : List.of(parts[0], parts[0] + "." + parts[1]);
    }

    private static String text(List<MessageDefinition> definitions) {
        return Columns.text(
                definitions.stream().map(each -> List.of(each.id(), body(each))).toList());
    }

    private static byte[] json(List<MessageDefinition> definitions) {
        return JsonReport.of(json -> {
            json.writeStartArray();
            for (MessageDefinition each : definitions) {
                json.writeStartObject();
                json.writeStringField("message", each.id());
                json.writeStringField("namespace", each.namespace());
                json.writeStringField("root", each.root().name());
                json.writeStringField("body", body(each));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** The only element of the root, or else the root. */
    private static String body(MessageDefinition definition) {
        List<ElementDeclaration> elements =
                definition.root().type() instanceof ComplexType type ? type.elements() : List.of();
        return elements.size() == 1 ? elements.get(0).name() : definition.root().name();
    }
}
