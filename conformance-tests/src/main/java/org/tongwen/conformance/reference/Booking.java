package org.tongwen.conformance.reference;

import java.time.OffsetDateTime;

/**
 * One entry of the participant's books.
 *
 * @param uetr the payment
 * @param money how much
 * @param kind what it was
 * @param time when, by the participant's clock
 */
record Booking(String uetr, Money money, Kind kind, OffsetDateTime time) {

    /** What an entry is. */
    enum Kind {
        /** Money for a customer. */
        CREDIT,
        /** Money from a customer. */
        DEBIT,
        /** Money that goes back the way it came. */
        RETURN
    }
}
