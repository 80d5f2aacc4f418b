package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen participant}. */
@Command(
        name = "participant",
        description = "Makes what participants of a hub show.",
        customSynopsis = "tongwen participant COMMAND ...",
        footer = {"", "Example: tongwen participant key"})
final class ParticipantCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ParticipantCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which participant command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), CommandLine.Help.Ansi.OFF);
        return Exit.USAGE;
    }
}
