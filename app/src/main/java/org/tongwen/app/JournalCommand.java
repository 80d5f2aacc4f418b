package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen journal}. */
@Command(
        name = "journal",
        description = "Finds and shows messages in a hub's journal, and checks that nobody has changed it.",
        customSynopsis = "tongwen journal COMMAND ...",
        footer = {
            "",
            "Example: tongwen journal find --state held --hub https://hub.internal:8443 --key-file operator.key"
        })
final class JournalCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    JournalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which journal command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }
}
