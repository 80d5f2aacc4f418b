package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an answer says of one transaction.
 *
 * @param transaction which one, by the first name that it has of UETR, end-to-end, transaction and instruction identifier; empty for the message
 *     as a whole
 * @param verdict what that means
 * @param code the code as the answer writes it, such as {@code ACSC}
 * @param reasons the codes of its reasons
 * @param returned what is given back, for {@link Verdict#RETURNED}
 */
record News(String transaction, Verdict verdict, String code, List<String> reasons, Optional<Returned> returned) {

    /** What a status means for what it is about. */
    enum Verdict {
        /** Not decided. Another status follows. */
        PENDING,
        /** Done or agreed to, finally. */
        DONE,
        /** Refused or cancelled, finally. */
        REFUSED,
        /** Money goes back. */
        RETURNED;

        /** Whether nothing else is waited for. */
        boolean isFinal() {
            return this != PENDING;
        }
    }

    /**
     * What a return gives back.
     *
     * @param id the number of the return
     * @param amount how much; empty when the return does not say
     * @param currency of the amount
     */
    record Returned(String id, Optional<BigDecimal> amount, String currency) {}

    /** Copies the reasons. */
    News {
        reasons = List.copyOf(reasons);
    }

    /** Whether it says nothing that the other does not say. */
    boolean isSameAs(News other) {
        boolean same = verdict == other.verdict && code.equals(other.code);
        return same && (verdict != Verdict.PENDING || reasons.equals(other.reasons));
    }
}
