package org.tongwen.conformance.reference;

import java.util.Optional;

/** Takes money back that went out, and asks for it. */
final class ReturnDesk {

    private final Office office;
    private final Books books;
    private final Faults faults;

    ReturnDesk(Office office, Books books, Faults faults) {
        this.office = office;
        this.books = books;
        this.faults = faults;
    }

    /** Takes a pacs.004 and tells its sender whether it was booked. A return is known by its own identifier, not by its message's. */
    void paymentReturn(Received received) {
        String request = request(received);
        Optional<byte[]> before = books.answer(request).or(() -> ofMessage(received));
        boolean isNewMessage = books.isNew(received);
        if (before.isPresent() && !faults.has(Defect.BOOKS_RETURNS_TWICE)) {
            office.sendAgain(before.get());
        } else if (before.isEmpty() && !isNewMessage) {
            tell(received, Decision.rejected("DU01"));
        } else {
            first(received, request, before.isPresent());
        }
    }

    private String request(Received received) {
        String identifier = "return " + received.from() + " " + received.text("TxInf/OrgnlUETR") + " "
                + received.text("TxInf/RtrId");
        return faults.has(Defect.BOOKS_RETURNS_IN_OTHER_MESSAGES)
                ? identifier + " " + received.text("GrpHdr/MsgId")
                : identifier;
    }

    /** What a participant takes for the answer that knows returns by their messages. */
    private Optional<byte[]> ofMessage(Received received) {
        return faults.has(Defect.LOSES_RETURNS_OF_A_MESSAGE) ? books.answer(message(received)) : Optional.empty();
    }

    private static String message(Received received) {
        return "message " + received.from() + " " + received.text("GrpHdr/MsgId");
    }

    private void first(Received received, String request, boolean isRepeat) {
        String uetr = received.text("TxInf/OrgnlUETR");
        Optional<Payment> returned = books.outgoing(uetr);
        Optional<Payment> payment = returned.filter(
                known -> known.partner().equals(received.from()) || faults.has(Defect.BOOKS_RETURNS_OF_ANYBODY));
        Money money = received.money("TxInf/RtrdIntrBkSttlmAmt").orElseThrow();
        Decision decision = decide(payment, returned.isEmpty(), money, isRepeat);
        if (decision.isSettled()) {
            payment.ifPresent(known -> known.giveBack(money));
        }
        if (decision.isSettled() && !faults.has(Defect.LOSES_RETURNS)) {
            books.book(uetr, money, Booking.Kind.RETURN);
        }
        byte[] answer = tell(received, decision);
        books.answered(request, answer);
        books.answered(message(received), answer);
    }

    private byte[] tell(Received received, Decision decision) {
        byte[] answer = StatusReport.of(
                office, faults, reference(received), received.text("TxInf/IntrBkSttlmDt"), received.from(), decision);
        office.sendAgain(answer);
        return answer;
    }

    private Decision decide(Optional<Payment> found, boolean isOrphan, Money money, boolean isRepeat) {
        if (found.isEmpty()) {
            return isOrphan && faults.has(Defect.BOOKS_ORPHAN_RETURNS) ? Decision.SETTLED : Decision.UNKNOWN;
        }
        Payment payment = found.get();
        if (payment.decision().isRejected() && !faults.has(Defect.BOOKS_RETURNS_OF_REJECTED)) {
            return Decision.UNKNOWN;
        }
        if (!payment.money().currency().equals(money.currency())) {
            return faults.has(Defect.RETURNS_IN_ANY_CURRENCY) ? Decision.SETTLED : Decision.rejected("AM03");
        }
        return isTooMuch(payment, money, isRepeat) ? Decision.rejected("AM09") : Decision.SETTLED;
    }

    private boolean isTooMuch(Payment payment, Money money, boolean isRepeat) {
        if (payment.isReturned() && !isRepeat && !faults.has(Defect.FORGETS_EARLIER_RETURNS)) {
            Money sum = faults.has(Defect.ADDS_IN_FLOATS)
                    ? payment.returned().plusInDoublePrecision(money)
                    : payment.returned().plus(money);
            return sum.isMoreThan(payment.money());
        }
        return money.isMoreThan(payment.money()) && !faults.has(Defect.BOOKS_ANY_RETURN);
    }

    private static Original reference(Received received) {
        return new Original(
                received.text("GrpHdr/MsgId"),
                received.id(),
                received.text("GrpHdr/CreDtTm"),
                received.text("TxInf/RtrId"),
                received.text("TxInf/OrgnlEndToEndId"),
                received.text("TxInf/OrgnlTxId"),
                received.text("TxInf/OrgnlUETR"));
    }

    /** Takes a camt.029. It is a word, not money: what it promises is booked when it comes. */
    void resolution(Received received) {
        String uetr = received.text("CxlDtls/TxInfAndSts/OrgnlUETR");
        if (faults.has(Defect.BOOKS_PROMISES) && received.text("Sts/Conf").equals("CNCL")) {
            books.outgoing(uetr).ifPresent(payment -> books.book(uetr, payment.money(), Booking.Kind.RETURN));
        }
    }

    /** Recalls a payment; the answer is the identifier of the case. */
    String recall(Wish wish) {
        String id = office.newId();
        String caseId = id.substring(id.length() - Math.min(id.length(), 16));
        books.outgoing(wish.text("uetr"))
                .ifPresent(payment -> office.send(payment.partner(), recall(payment, caseId, wish)));
        return caseId;
    }

    private Draft recall(Payment payment, String caseId, Wish wish) {
        Draft recall = office.document("camt.056.001.08")
                .agent("Assgnmt/Assgnr/Agt", office.bic())
                .agent("Assgnmt/Assgne/Agt", payment.partner())
                .set("Undrlyg/TxInf/Case/Id", caseId)
                .agent("Undrlyg/TxInf/Case/Cretr/Agt", office.bic())
                .set("CtrlData/NbOfTxs", "1")
                .amount("Undrlyg/TxInf/OrgnlIntrBkSttlmAmt", recalled(payment.money()))
                .set("Undrlyg/TxInf/OrgnlIntrBkSttlmDt", payment.transfer().text("CdtTrfTxInf/IntrBkSttlmDt"))
                .set("Undrlyg/TxInf/CxlRsnInf/Rsn/Cd", wish.text("reason"));
        return payment.original().into(recall, "Undrlyg/TxInf");
    }

    private Money recalled(Money money) {
        return faults.has(Defect.RECALLS_MORE) ? money.plus(Money.of("1", money.currency())) : money;
    }
}
