package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance}, the commands that certify. */
@Command(
        name = "conformance",
        description = "Certifies a participant against the standard, and checks certificates.",
        customSynopsis = "tongwen conformance COMMAND ...",
        footer = {"", "Example: tongwen conformance run --plan wallet-interop --participant reference --out first-run"})
final class ConformanceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ConformanceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which conformance command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }
}
