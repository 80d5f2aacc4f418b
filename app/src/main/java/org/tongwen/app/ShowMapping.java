package org.tongwen.app;

import java.util.concurrent.Callable;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.line.MappingLines;
import org.tongwen.rules.yaml.YamlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen map show}. */
@Command(
        name = "show",
        description = "Prints a mapping file.",
        customSynopsis = "tongwen map show MAPPING [--effective] [--mappings DIR] ...",
        footer = {
            "",
            "With --effective it is printed as it takes effect, in one normal form without comments: what the file extends and uses",
            "is put in.",
            "",
            "Example: tongwen map show wallet.transfer --effective"
        })
final class ShowMapping implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "MAPPING", description = "Name of a mapping, or its file.")
    private String mapping;

    @Option(names = "--effective", description = "As it takes effect, not as it is written.")
    private boolean effective;

    @Mixin
    private AuthorOptions options;

    ShowMapping(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AuthoredMapping known = options.mapping(mapping, options.catalogue(terminal), terminal);
        if (effective) {
            terminal.result(YamlWriter.write(known.whole()));
        } else {
            terminal.result(MappingLines.text(known));
        }
        return Exit.DONE;
    }
}
