package org.tongwen.app;

import java.io.IOException;

/** The standard output cannot be written. */
final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super("cannot write to the standard output: " + cause.getMessage(), cause);
    }

    /** Whether the reader at the other end of a pipe went away. The system says so in the user's language. */
    boolean isBrokenPipe() {
        String reason = String.valueOf(getMessage());
        return reason.contains("pipe") || reason.contains("管");
    }
}
