package org.tongwen.mappings.plan;

/**
 * Why a value does not come back as it was.
 *
 * @param fate how the value ends
 * @param reason why, in the mapping author's words
 */
record Explanation(Fate fate, String reason) {

    static final Explanation NONE = undeclared("the mapping does not declare it");

    static Explanation undeclared(String reason) {
        return new Explanation(Fate.UNDECLARED, reason);
    }
}
