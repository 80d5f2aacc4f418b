package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen rules}, the commands on rule packs. */
@Command(
        name = "rules",
        description =
                "Lists and explains the rules that messages are judged by, says what they will mean for messages, and checks packs of your own.",
        customSynopsis = "tongwen rules COMMAND ...",
        footer = {"", "Example: tongwen rules explain CU-27"})
final class RulesCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which rules command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }
}
