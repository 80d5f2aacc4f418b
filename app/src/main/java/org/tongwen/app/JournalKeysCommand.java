package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen journal keys}. */
@Command(
        name = "keys",
        description = "Shows and rotates the keys that seal what the journal holds.",
        customSynopsis = "tongwen journal keys COMMAND ...",
        footer = {"", "Example: tongwen journal keys rotate --config hub.yaml"})
final class JournalKeysCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    JournalKeysCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which keys command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }
}
