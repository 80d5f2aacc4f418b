package org.tongwen.app;

import java.util.function.BooleanSupplier;

/** What a command that cannot go on says, and its exit code. */
final class Failures {

    private final Terminal terminal;
    private final BooleanSupplier debug;

    Failures(Terminal terminal, BooleanSupplier debug) {
        this.terminal = terminal;
        this.debug = debug;
    }

    int exitCode(Exception failure) {
        if (failure instanceof StopException stop) {
            terminal.complain(String.valueOf(stop.getMessage()));
            return stop.exitCode();
        }
        if (failure instanceof OutputException output) {
            return output(output);
        }
        return internal(failure);
    }

    /** Says in one line that the fault is ours. */
    int internal(Throwable failure) {
        terminal.complain("internal error: " + shown(failure));
        trace(failure);
        return Exit.INTERNAL;
    }

    /** Where a fault of ours arose, if the user asks for it. */
    void trace(Throwable failure) {
        if (debug.getAsBoolean()) {
            failure.printStackTrace(terminal.err());
        }
    }

    /** A failure in one line. */
    static String shown(Throwable failure) {
        String text = String.valueOf(failure).replaceAll("\\s+", " ").strip();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private int output(OutputException failure) {
        if (failure.isBrokenPipe()) {
            return Exit.BROKEN_PIPE;
        }
        terminal.complain(String.valueOf(failure.getMessage()));
        return Exit.INTERNAL;
    }
}
