package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option {@code -o} of commands whose result is one file, or goes to standard output. */
final class ResultFile {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it. Default: standard output")
    private @Nullable Path output;

    /** Finds out before any work is done that the file cannot be written. */
    void check(CommandSpec command) {
        if (output != null) {
            Output.checkPlace(output, command);
        }
    }

    void write(String text, Terminal terminal) {
        write(text.getBytes(StandardCharsets.UTF_8), terminal);
    }

    void write(byte[] bytes, Terminal terminal) {
        if (output == null) {
            terminal.result(bytes);
        } else {
            Output.write(output, bytes);
        }
    }
}
