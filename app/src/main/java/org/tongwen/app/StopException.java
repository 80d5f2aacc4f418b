package org.tongwen.app;

/** The command cannot go on, for a reason that is the user's to know and not a bug. */
final class StopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private StopException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something named on the command line does not exist. */
    static StopException notFound(String message) {
        return new StopException(Exit.NOT_FOUND, message);
    }

    /** What the command line names is not what it must be. */
    static StopException usage(String message) {
        return new StopException(Exit.USAGE, message);
    }

    /** There are findings of severity error, which have been printed. */
    static StopException findings(String message) {
        return new StopException(Exit.FINDINGS, message);
    }

    /** The time is over. */
    static StopException timedOut(String message) {
        return new StopException(Exit.TIMED_OUT, message);
    }

    /** The machine refuses, for instance because a disk is full. */
    static StopException refused(String message) {
        return new StopException(Exit.INTERNAL, message);
    }

    int exitCode() {
        return exitCode;
    }
}
