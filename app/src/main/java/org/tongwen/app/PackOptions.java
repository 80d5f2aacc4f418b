package org.tongwen.app;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import picocli.CommandLine.Option;

/** The option {@code --pack}: which packs a command looks at. */
final class PackOptions {

    @Option(
            names = "--pack",
            paramLabel = "NAME",
            converter = RuleOptions.Packs.class,
            description =
                    "Only this pack: iso, cbpr-plus, sepa-sct, sepa-sct-inst, fednow or wallet-interop. Default: all")
    private @Nullable String pack;

    /** The packs of rules for messages of ISO 20022 that were asked for. */
    List<RulePack> packs() {
        Stream<String> names = pack == null ? RulePacks.profiles().stream() : Stream.of(pack);
        return names.map(RulePacks::load).toList();
    }
}
