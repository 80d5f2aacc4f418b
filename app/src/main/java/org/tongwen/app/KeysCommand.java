package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance keys}. */
@Command(
        name = "keys",
        description = "Makes and shows the keys that certificates are signed with.",
        customSynopsis = "tongwen conformance keys COMMAND ...",
        footer = {"", "Example: tongwen conformance keys create --out keys"})
final class KeysCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    KeysCommand(Terminal terminal) {
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
