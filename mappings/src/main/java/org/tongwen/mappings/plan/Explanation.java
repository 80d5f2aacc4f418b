package org.tongwen.mappings.plan;

import org.tongwen.mappings.format.Fitting;

/**
 * Why a value does not come back as it was.
 *
 * @param fate how the value ends
 * @param reason why, in the mapping author's words
 */
record Explanation(Fate fate, String reason) {

    static final Explanation NONE = undeclared("the mapping does not declare it");

    /** A value that was brought into the room that its field has. */
    static Explanation fitted(Fitting.Change change) {
        return new Explanation(change.isCut() ? Fate.TRUNCATED : Fate.CHANGED, change.reason());
    }

    static Explanation undeclared(String reason) {
        return new Explanation(Fate.UNDECLARED, reason);
    }
}
