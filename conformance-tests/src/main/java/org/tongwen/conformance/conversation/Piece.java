package org.tongwen.conformance.conversation;

import java.time.Duration;
import org.tongwen.rules.condition.Path;

/** A piece of a {@link Value}. */
public sealed interface Piece {

    /** Text that stays as it is. */
    record Literal(String text) implements Piece {}

    /**
     * A value that no other message of any run has; the same wherever one message names it.
     *
     * @param name such as {@code id}; one that starts with {@code uetr} becomes a UUID, any other an identifier of at most 35 characters
     */
    record Fresh(String name) implements Piece {

        /** Whether it becomes a UUID. */
        public boolean isUetr() {
            return name.startsWith("uetr");
        }
    }

    /** The time of the suite's clock, some time later (or before). */
    record Now(Duration later) implements Piece {}

    /** The same as it is written in Greenwich. */
    record Utc(Duration later) implements Piece {}

    /** The date of the suite's clock, some days later (or before). */
    record Today(int later) implements Piece {}

    /**
     * The first text at a path, from the top of all that the conversation knows.
     *
     * @param path such as {@code /pay.CdtTrfTxInf.PmtId.UETR}
     */
    record At(Path path) implements Piece {}
}
