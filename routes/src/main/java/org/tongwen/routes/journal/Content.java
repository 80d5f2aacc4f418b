package org.tongwen.routes.journal;

/** Kinds of bytes that belong to a message. The number is what the database holds. */
public enum Content {
    /** As it came in. */
    ORIGINAL(0),
    /** What an operator put in its place; each repair adds one. */
    REPAIRED(1),
    /** The ISO message that it became. */
    ISO(2),
    /** The document that its receiver gets. */
    DELIVERY(3),
    /** The answer that its sender got, for repeats. */
    ANSWER(4),
    /** What a translation made, when that is no ISO message. */
    RESULT(5);

    private final int number;

    Content(int number) {
        this.number = number;
    }

    /** Its number in the database. */
    public int number() {
        return number;
    }
}
