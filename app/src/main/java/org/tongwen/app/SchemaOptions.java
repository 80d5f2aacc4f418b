package org.tongwen.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaFolder;
import picocli.CommandLine.Option;

/** The option {@code --xsd}. */
final class SchemaOptions {

    @Option(
            names = "--xsd",
            paramLabel = "DIR",
            description =
                    "Folder with schema files of your own; they take the place of built-in ones of the same namespace.")
    private @Nullable Path folder;

    /** The catalogue to work with. If one schema file has an error there is none: it must not silently count as absent. */
    Checked<Catalogue> catalogue() {
        if (folder == null) {
            return Checked.of(Catalogue.builtIn(), List.of());
        }
        Checked<List<MessageDefinition>> own = SchemaFolder.load(Folder.existing(folder));
        return own.ok() ? own.map(Catalogue.builtIn()::with) : Checked.none(own.findings());
    }

    /** The definition that a word of the command line names: a message of the catalogue, or a schema file. */
    Checked<MessageDefinition> definition(String word) {
        Checked<Catalogue> catalogue = catalogue();
        return catalogue.ok()
                ? new Definitions(catalogue.value().orElseThrow()).named(word)
                : Checked.none(catalogue.findings());
    }
}
