package org.tongwen.conformance.reference;

import java.util.Optional;

/**
 * What became of a payment, and why if it was refused.
 *
 * @param status a code of the standard's transaction status
 * @param reason a code of the standard's status reasons; of refusals
 */
record Decision(String status, Optional<String> reason) {

    static final Decision SETTLED = new Decision("ACSC", Optional.empty());
    static final Decision PENDING = new Decision("PDNG", Optional.empty());
    static final Decision ACCEPTED = new Decision("ACCP", Optional.empty());
    static final Decision CHECKED = new Decision("ACTC", Optional.empty());

    /** The sender asks about something that is not known here. */
    static final Decision UNKNOWN = rejected("NARR");

    static Decision rejected(String reason) {
        return new Decision("RJCT", Optional.of(reason));
    }

    boolean isFinal() {
        return isSettled() || isRejected();
    }

    boolean isSettled() {
        return status.equals("ACSC") || status.equals("ACCC");
    }

    boolean isRejected() {
        return status.equals("RJCT");
    }

    /** Says status and reason in a message. A reason in words needs the words. */
    Draft into(Draft draft, String path) {
        draft.set(path + "/TxSts", status).set(path + "/StsRsnInf/Rsn/Cd", reason);
        return reason.filter("NARR"::equals).isPresent()
                ? draft.set(path + "/StsRsnInf/AddtlInf", "No such payment is known here.")
                : draft;
    }
}
