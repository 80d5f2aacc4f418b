package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaFolder;
import picocli.CommandLine.Option;

/** The option {@code --xsd}. */
final class SchemaOptions {

    @Option(
            names = "--xsd",
            paramLabel = "DIR",
            description =
                    "Folder with schema files of your own; they take the place of built-in ones of the same namespace. Default: xsd/own in Tongwen's own folder.")
    private @Nullable Path folder;

    /** The catalogue to work with. If one schema file has an error there is none: it must not silently count as absent. */
    Checked<Catalogue> catalogue() {
        Optional<Path> own =
                folder == null ? ofCheckout().filter(Files::isDirectory) : Optional.of(Folder.existing(folder));
        return own.map(SchemaOptions::catalogue).orElseGet(() -> Checked.of(Catalogue.builtIn(), List.of()));
    }

    /** The folder to add definitions to, which need not exist; empty when none is given and there is no checkout. */
    Optional<Path> target() {
        return folder == null ? ofCheckout() : Optional.of(folder);
    }

    private static Checked<Catalogue> catalogue(Path folder) {
        Checked<List<MessageDefinition>> own = SchemaFolder.load(folder);
        List<Finding> findings = own.findings().stream()
                .map(finding -> finding.at(finding.place()
                        .in(folder.resolve(finding.place().document()).toString())))
                .toList();
        return own.ok()
                ? Checked.of(Catalogue.builtIn().with(own.value().orElseThrow()), findings)
                : Checked.none(findings);
    }

    private static Optional<Path> ofCheckout() {
        String home = System.getProperty("tongwen.home", "");
        return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, "xsd", "own"));
    }

    /** The definition that a word of the command line names: a message of the catalogue, or a schema file. */
    Checked<MessageDefinition> definition(String word) {
        Checked<Catalogue> catalogue = catalogue();
        return catalogue.ok()
                ? new Definitions(catalogue.value().orElseThrow()).named(word)
                : Checked.none(catalogue.findings());
    }
}
