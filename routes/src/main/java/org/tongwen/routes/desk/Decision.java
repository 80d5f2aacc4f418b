package org.tongwen.routes.desk;

import java.util.OptionalInt;

/**
 * What stands behind something that an operator does.
 *
 * @param operator who decides
 * @param reason why
 * @param seen how many steps the message had when the operator looked at it; empty when that does not matter
 */
public record Decision(String operator, String reason, OptionalInt seen) {

    /** Refuses a reason that says nothing. */
    public Decision {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a decision has a reason");
        }
    }
}
