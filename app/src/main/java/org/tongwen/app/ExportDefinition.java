package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.export.SchemaText;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen xsd export}. */
@Command(
        name = "export",
        description = "Writes a message's definition as one XML Schema file that needs no other.",
        customSynopsis = "tongwen xsd export MESSAGE [-o FILE] [--xsd DIR] ...",
        footer = {
            "",
            "The schema holds each type once, in alphabetical order; of a schema file of your own the annotations are left out.",
            "",
            "Exit code 3: the message or the file does not exist.",
            "",
            "Example: tongwen xsd export pacs.008.001.08 -o pacs.008.001.08.xsd"
        })
final class ExportDefinition implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MESSAGE", description = "A message such as pacs.008.001.08, or a schema file.")
    private String message;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the schema. Default: standard output")
    private @Nullable Path output;

    @Mixin
    private SchemaOptions schemas;

    ExportDefinition(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (output != null) {
            Output.checkPlace(output, spec);
        }
        Checked<MessageDefinition> definition = schemas.definition(message);
        FindingPrinter.print(definition.findings(), terminal);
        if (!definition.ok()) {
            return Exit.FINDINGS;
        }
        String schema = SchemaText.of(definition.value().orElseThrow());
        if (output == null) {
            terminal.result(schema);
        } else {
            Output.write(output, schema.getBytes(StandardCharsets.UTF_8));
        }
        return Exit.DONE;
    }
}
