package org.tongwen.routes.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What an answer says of one transaction, or of all.
 *
 * @param transaction which one of those that the original holds, the first being 1; {@link #ALL} for every one
 * @param verdict what that means
 * @param code the code as the answer writes it, such as {@code ACSC}
 * @param reasons the codes of its reasons
 * @param returned what is given back, for {@link Verdict#RETURNED}
 */
record News(int transaction, Verdict verdict, String code, List<String> reasons, Optional<Returned> returned) {

    /** It is said of all transactions of the original. */
    static final int ALL = 0;

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
     */
    record Returned(String id, Optional<Money> amount) {

        /** Whether it is an earlier return that comes again: that has the same number, if that is one, and gives back no other amount. */
        boolean isRepeatOf(Returned earlier) {
            boolean same = References.isName(id) && id.equals(earlier.id);
            return same
                    && amount.flatMap(ours -> earlier.amount.map(ours::isSameAs))
                            .orElse(true);
        }
    }

    /** Copies the reasons. */
    News {
        reasons = List.copyOf(reasons);
    }

    /** The same of another transaction. */
    News of(int other) {
        return new News(other, verdict, code, reasons, returned);
    }

    /** The same as something after which more is waited for. */
    News undecided() {
        return new News(transaction, Verdict.PENDING, code, reasons, Optional.empty());
    }

    /** The same without how much is given back. */
    News withoutAmount() {
        return new News(
                transaction, verdict, code, reasons, returned.map(known -> new Returned(known.id(), Optional.empty())));
    }

    /** Whether it says nothing that the other does not say. */
    boolean isSameAs(News other) {
        boolean same = verdict == other.verdict && code.equals(other.code);
        return same && (verdict != Verdict.PENDING || reasons.equals(other.reasons));
    }
}
