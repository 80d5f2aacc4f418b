package org.tongwen.routes.journal;

/**
 * A name under which a message can be found again.
 *
 * @param kind what it is
 * @param value the value as the message writes it; the store keeps a keyed hash of it only
 */
public record Reference(Kind kind, String value) {

    /** Which name. The number is part of the hash in the database. */
    public enum Kind {
        /** The unique end-to-end transaction reference. */
        UETR(0),
        /** The identifier of the ISO message, or of the institution's own. */
        MESSAGE_ID(1),
        /** The end-to-end identifier. */
        END_TO_END_ID(2),
        /** The instruction identifier. */
        INSTRUCTION_ID(3),
        /** The transaction identifier. */
        TRANSACTION_ID(4),
        /** The identifier of a return, a cancellation or another case. */
        CASE_ID(5),
        /** The short form of an identifier that does not fit its ISO element. */
        SHORT_ID(6),
        /** What tells the file that it came in from all others, as the hub sees them: no name that anybody knows it by. */
        FILE(7);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** Its number in the database. */
        public int number() {
            return number;
        }
    }
}
