package org.tongwen.routes.journal;

import java.util.Locale;

/** Where a message is on its way. */
public enum State {
    /** It waits for somebody's decision or repair. */
    HELD,
    /** It is not carried out, for the reasons in its findings or by somebody's decision. */
    REFUSED,
    /** It was translated and judged good. Nothing of it has to be delivered, or not yet. */
    RELEASED,
    /** It is on its way to its receiver. */
    DELIVERING,
    /** Its receiver has taken it. */
    DELIVERED,
    /** Its delivery was given up. */
    UNDELIVERED,
    /** A final answer to it has come. */
    ANSWERED;

    /** The word that stories, commands and the database use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
