package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen xsd}, the commands on message definitions. */
@Command(
        name = "xsd",
        description = "Shows, compares, exports and imports message definitions.",
        customSynopsis = "tongwen xsd COMMAND ...",
        footer = {"", "Example: tongwen xsd show pacs.008.001.08 CdtTrfTxInf/Dbtr"})
final class Xsd implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    Xsd(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which xsd command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }
}
