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

    /** Takes a pacs.004 and tells its sender whether it was booked. */
    void paymentReturn(Received received) {
        Original named = Original.named(received, "TxInf");
        String request = "return " + received.from() + " " + named.uetr() + " " + received.text("TxInf/RtrId");
        Optional<byte[]> before = books.answer(request);
        if (before.isPresent() && !faults.has(Defect.BOOKS_RETURNS_TWICE)) {
            office.sendAgain(before.get());
            return;
        }
        Optional<Payment> returned = books.outgoing(named.uetr());
        Optional<Payment> payment = returned.filter(
                known -> known.partner().equals(received.from()) || faults.has(Defect.BOOKS_RETURNS_OF_ANYBODY));
        Money money = received.money("TxInf/RtrdIntrBkSttlmAmt").orElseThrow();
        Decision decision = decide(payment, returned.isEmpty(), money, before.isPresent());
        if (decision.isSettled()) {
            payment.ifPresent(known -> known.giveBack(money));
        }
        if (decision.isSettled() && !faults.has(Defect.LOSES_RETURNS)) {
            books.book(named.uetr(), money, Booking.Kind.RETURN);
        }
        byte[] answer = StatusReport.of(office, faults, reference(received), received.from(), decision);
        books.answered(request, answer);
        office.sendAgain(answer);
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
            return payment.returned().plus(money).isMoreThan(payment.money());
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
