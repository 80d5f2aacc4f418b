package org.tongwen.app;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --pack} and {@code --rules}: which packs a command looks at. */
final class PackOptions {

    @Option(
            names = "--pack",
            paramLabel = "NAME",
            description =
                    "Only this pack: iso, cbpr-plus, sepa-sct, sepa-sct-inst, fednow, wallet-interop, one of your own,"
                            + " or swift-mt to list. Default: all for messages of ISO 20022")
    private @Nullable String pack;

    @Mixin
    private LibraryOptions own;

    RuleLibrary library(Terminal terminal) {
        return own.library(Catalogue.builtIn(), terminal);
    }

    /** Whether the network rules of SWIFT MTs were asked for, which are no profile of messages of ISO 20022. */
    boolean isMt() {
        return RulePacks.SWIFT_MT.equals(pack);
    }

    /** The packs that were asked for. */
    List<RulePack> packs(RuleLibrary library) {
        if (isMt()) {
            return List.of(RulePacks.load(RulePacks.SWIFT_MT));
        }
        Stream<String> names =
                pack == null ? library.profiles().stream() : Stream.of(LibraryOptions.known(pack, library));
        return names.flatMap(name -> library.find(name).stream()).toList();
    }
}
