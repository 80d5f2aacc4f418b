package org.tongwen.app;

import java.util.concurrent.Callable;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.export.SchemaText;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ResultFile output;

    @Mixin
    private SchemaOptions schemas;

    ExportDefinition(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check(spec);
        Checked<MessageDefinition> definition = schemas.definition(message);
        FindingPrinter.print(definition.findings(), terminal);
        if (!definition.ok()) {
            return Exit.FINDINGS;
        }
        String schema = SchemaText.of(definition.value().orElseThrow());
        output.write(schema, terminal);
        return Exit.DONE;
    }
}
