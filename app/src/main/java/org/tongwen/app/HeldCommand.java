package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen held}. */
@Command(
        name = "held",
        description = "Lists held messages, and shows, repairs, releases or refuses them.",
        customSynopsis = "tongwen held COMMAND ...",
        footer = {"", "Example: tongwen held list --hub https://hub.internal:8443 --key-file operator.key"})
final class HeldCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    HeldCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which held command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }
}
