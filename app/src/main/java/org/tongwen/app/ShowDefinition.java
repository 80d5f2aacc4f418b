package org.tongwen.app;

import java.util.concurrent.Callable;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.outline.ElementPath;
import org.tongwen.xsd.outline.Outline;
import org.tongwen.xsd.outline.OutlineJson;
import org.tongwen.xsd.outline.OutlineText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code tongwen xsd show}. */
@Command(
        name = "show",
        description = "Shows a message's elements as a tree: occurrence, type, and what a value may be.",
        customSynopsis = "tongwen xsd show MESSAGE [PATH] [--depth N] [--format text|json] [--xsd DIR] ...",
        footer = {
            "",
            "Of elements with a bar before them exactly one may stand. Attributes have an @. An element that holds more than",
            "is shown says how many elements are left out; give its path to see them.",
            "",
            "Exit code 3: the message, the file or the path does not exist.",
            "",
            "Example: tongwen xsd show pacs.008.001.08 CdtTrfTxInf/Dbtr --depth 2"
        })
final class ShowDefinition implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "MESSAGE",
            description = "A message such as pacs.008.001.08, or a schema file whose name ends in .xsd.")
    private String message;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            defaultValue = "",
            description =
                    "The element to start from, such as CdtTrfTxInf/InstdAmt or /Document/FIToFICstmrCdtTrf/GrpHdr. Default: the root")
    private String path;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "3",
            converter = Depth.class,
            description = "Levels of elements below the first one. Default: 3")
    private int depth;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the tree. Default: text")
    private OutputFormat format;

    @Mixin
    private SchemaOptions schemas;

    ShowDefinition(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checked<MessageDefinition> definition = schemas.definition(message);
        FindingPrinter.print(definition.findings(), terminal);
        if (!definition.ok()) {
            return Exit.FINDINGS;
        }
        show(definition.value().orElseThrow());
        return Exit.DONE;
    }

    private void show(MessageDefinition definition) {
        Checked<ElementPath> found = ElementPath.find(definition, path);
        ElementPath start = found.value()
                .orElseThrow(
                        () -> StopException.notFound(found.findings().get(0).message()));
        Outline outline = Outline.of(start.element(), depth);
        switch (format) {
            case TEXT ->
                terminal.result(
                        VisibleText.of(definition.id() + "  " + start.path()) + "\n\n" + OutlineText.of(outline));
            case JSON ->
                terminal.result(JsonReport.object(json -> {
                    json.writeStringField("message", definition.id());
                    json.writeStringField("namespace", definition.namespace());
                    json.writeStringField("path", start.path());
                    json.writeFieldName("tree");
                    OutlineJson.object(outline, json);
                }));
        }
    }

    static final class Depth implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (!text.matches("\\d{1,9}")) {
                throw new TypeConversionException("'" + text + "' is not a number of levels such as 0 or 3");
            }
            return Integer.valueOf(text);
        }
    }
}
