package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Option;

/** The option {@code --mappings}. */
final class MappingOptions {

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            description =
                    "Folder with mapping files, one folder an institution. Default: the ones that come with Tongwen.")
    private @Nullable Path folder;

    /** The mappings of the folder asked for, else of the one of the checkout, else those inside the program. */
    Checked<Mappings> load(MappingSource source, Catalogue catalogue) {
        return folder().map(existing -> source.load(existing, catalogue)).orElseGet(() -> Mappings.builtIn(catalogue));
    }

    /** The folder asked for, else the one of the checkout; without either the command cannot go on. */
    Path required() {
        return folder().orElseThrow(() -> StopException.notFound("which mappings? name a file or folder"));
    }

    /** The folder asked for, else the one of the checkout. */
    Optional<Path> folder() {
        if (folder != null) {
            return Optional.of(Folder.existing(folder));
        }
        String home = System.getProperty("tongwen.home", "");
        return Optional.of(Path.of(home, "mappings", "institutions"))
                .filter(ofCheckout -> !home.isEmpty() && Files.isDirectory(ofCheckout));
    }
}
