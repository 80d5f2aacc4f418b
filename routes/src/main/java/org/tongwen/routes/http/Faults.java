package org.tongwen.routes.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/** Logs errors in the hub itself without the texts of exceptions: libraries put the content of messages into them. */
final class Faults {

    private static final int FRAMES = 12;

    private Faults() {}

    /** Logs what happened, the kinds of the exceptions and where they come from. */
    static void log(Logger log, String what, Throwable fault) {
        log.error("{}: {}", what, trace(fault, 0));
    }

    private static String trace(Throwable fault, int depth) {
        String frames = Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
        Throwable cause = fault.getCause();
        String rest = cause == null || depth == 3 ? "" : "\ncaused by " + trace(cause, depth + 1);
        return fault.getClass().getName() + frames + rest;
    }
}
