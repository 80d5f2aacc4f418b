package org.tongwen.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Option;

/** The option {@code --rules}: rule packs of a user's own beside those that come with Tongwen. */
final class LibraryOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule packs of your own, one in a folder each, beside those that come with Tongwen.")
    private @Nullable Path folder;

    /** The packs to work with; what is wrong with one is printed, and with an error the command ends. */
    RuleLibrary library(Catalogue definitions, Terminal terminal) {
        return folder == null ? RuleLibrary.builtIn() : read(folder, definitions, terminal);
    }

    /** The packs of a folder beside those that come with Tongwen. */
    static RuleLibrary read(Path folder, Catalogue definitions, Terminal terminal) {
        Checked<RuleLibrary> library = RuleLibrary.of(Folder.existing(folder), definitions);
        FindingPrinter.print(library.findings(), terminal);
        return library.value().orElseThrow(() -> StopException.findings("the rules in " + folder + " have errors"));
    }

    /** Complains when there is no such pack. */
    static String known(String name, RuleLibrary library) {
        if (!library.profiles().contains(name)) {
            throw StopException.usage("there is no profile '" + name + "'" + Nearest.hint(name, library.profiles())
                    + "; profiles: " + String.join(", ", library.profiles()));
        }
        return name;
    }
}
