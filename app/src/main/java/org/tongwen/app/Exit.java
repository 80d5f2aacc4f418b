package org.tongwen.app;

import org.tongwen.mappings.plan.Outcome;

/** The exit codes of every command. */
public final class Exit {

    /** Done, without a finding of severity error. */
    public static final int DONE = 0;

    /** There are findings of severity error; no result was written. */
    public static final int FINDINGS = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** A file, folder, mapping or message does not exist. */
    public static final int NOT_FOUND = 3;

    /** The payment is held for repair: nothing but rules of the scheme stands against it; no result was written. */
    public static final int HELD = 4;

    /** Tongwen itself is at fault, or the machine: a disk that is full, memory that is short. */
    public static final int INTERNAL = 70;

    /** The time given by {@code --timeout} was not enough. */
    public static final int TIMED_OUT = 124;

    /** Whoever read the standard output went away; the code that shells give for it. */
    public static final int BROKEN_PIPE = 141;

    private Exit() {}

    /** The code that a translation's outcome has. */
    static int of(Outcome outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case HELD -> HELD;
            case REFUSED -> FINDINGS;
        };
    }
}
