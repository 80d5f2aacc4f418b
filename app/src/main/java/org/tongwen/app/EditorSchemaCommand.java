package org.tongwen.app;

import java.util.concurrent.Callable;
import org.tongwen.mappings.editor.EditorSchema;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen map schema}. */
@Command(
        name = "schema",
        description = "Writes the JSON Schema by which an editor helps with mappings of a message.",
        customSynopsis = "tongwen map schema MESSAGE [--overlay] [--header MESSAGE] [-o FILE] [--xsd DIR] ...",
        footer = {
            "",
            "An editor with a YAML language server uses the schema when the mapping file begins with",
            "  # yaml-language-server: $schema=../../schema/pacs.008.001.08.mapping.json",
            "or when its settings say so. Then it completes ISO names, marks wrong and missing ones, and shows types.",
            "",
            "Exit code 3: the message does not exist.",
            "",
            "Example: tongwen map schema pacs.008.001.08 -o mappings/schema/pacs.008.001.08.mapping.json"
        })
final class EditorSchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MESSAGE", description = "A message such as pacs.008.001.08.")
    private String message;

    @Option(names = "--overlay", description = "For files that extend another mapping: they may leave out anything.")
    private boolean overlay;

    @Option(
            names = "--header",
            paramLabel = "MESSAGE",
            defaultValue = "head.001.001.02",
            description = "The message of the business application header. Default: head.001.001.02")
    private String header;

    @Mixin
    private ResultFile output;

    @Mixin
    private AuthorOptions options;

    EditorSchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check(spec);
        Catalogue catalogue = options.catalogue(terminal);
        Definitions definitions = new Definitions(catalogue);
        MessageDefinition body = definitions.message(message);
        MessageDefinition head = definitions.message(header);
        String schema = overlay ? EditorSchema.ofOverlay(body, head) : EditorSchema.of(body, head);
        output.write(schema, terminal);
        return Exit.DONE;
    }
}
