package org.tongwen.routes.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an attempt to deliver.
 *
 * @param delivery the number of the delivery
 * @param attempt which attempt it was; written only when the delivery is still claimed for that attempt, so that a process that was thought
 *     dead cannot undo what another did
 * @param outcome how it ended
 * @param again when the next attempt is due, for {@link Outcome#RETRY}
 */
public record Settlement(long delivery, int attempt, Outcome outcome, Optional<Instant> again) {

    /** How an attempt ends. */
    public enum Outcome {
        /** The receiver has it. */
        DONE,
        /** It is tried again later. */
        RETRY,
        /** It is given up until an operator asks for another attempt. */
        DEAD
    }
}
