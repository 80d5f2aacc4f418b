package org.tongwen.app;

import java.util.Collection;
import java.util.List;
import org.tongwen.xsd.finding.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Names the wrong word of a command line and the right one that comes nearest. */
final class UsageErrors implements IParameterExceptionHandler {

    private final Terminal terminal;

    UsageErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        terminal.complain(
                error instanceof UnmatchedArgumentException unmatched
                        ? unknown(unmatched.getUnmatched(), command)
                        : firstLine(error));
        terminal.err().print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
        terminal.err().flush();
        return Exit.USAGE;
    }

    private static String unknown(List<String> words, CommandLine command) {
        String word = words.get(0);
        if (word.length() > 1 && word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return "unknown option '" + option + "'" + Nearest.hint(option, options(command.getCommandSpec()));
        }
        Collection<String> commands = command.getSubcommands().keySet();
        if (!commands.isEmpty() && options(command.getCommandSpec()).contains("--" + word)) {
            return "unknown command '" + word + "'; did you mean '--" + word + "'?";
        }
        return commands.isEmpty()
                ? "unexpected argument '" + word + "'"
                : "unknown command '" + word + "'" + Nearest.hint(word, commands);
    }

    private static Collection<String> options(CommandSpec command) {
        return command.optionsMap().keySet();
    }

    private static String firstLine(ParameterException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("wrong usage");
    }
}
