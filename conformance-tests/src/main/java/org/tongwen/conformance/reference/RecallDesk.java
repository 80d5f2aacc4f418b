package org.tongwen.conformance.reference;

import java.util.Optional;

/** Gives money back that came: when the sender recalls it, or because a customer or the bank wants to. */
final class RecallDesk {

    private static final String TRANSACTION = "CxlDtls/TxInfAndSts";
    private static final String UNDERLYING = "Undrlyg/TxInf";
    private static final String CASE = UNDERLYING + "/Case";

    private final Office office;
    private final Books books;
    private final Accounts accounts;
    private final Faults faults;

    RecallDesk(Office office, Books books, Faults faults) {
        this.office = office;
        this.books = books;
        this.accounts = new Accounts(faults);
        this.faults = faults;
    }

    /** Takes a camt.056. */
    void recall(Received received) {
        String request = "recall " + received.from() + " " + received.text(CASE + "/Id");
        Optional<byte[]> before = books.answer(request);
        if (before.isPresent() && !faults.has(Defect.RETURNS_TWICE)) {
            office.sendAgain(before.get());
            return;
        }
        Original named = Original.named(received, UNDERLYING);
        Optional<Payment> payment = books.incoming(named.uetr())
                .filter(known -> known.partner().equals(received.from()) || faults.has(Defect.OBEYS_ANYBODY));
        boolean isUnknown = books.incoming(named.uetr()).isEmpty();
        Optional<String> refusal =
                isUnknown ? faults.unless(Defect.CONFIRMS_UNKNOWN_RECALLS, "NOOR") : refusal(payment);
        books.answered(
                request,
                office.send(
                        received.from(),
                        resolution(received, payment.map(Payment::original).orElse(named), refusal)));
        boolean isGiven = refusal.isEmpty()
                ? !faults.has(Defect.KEEPS_RECALLED_MONEY)
                : faults.has(Defect.RETURNS_WHAT_IT_REFUSED) && refusal.get().equals("CUST");
        if (isGiven) {
            payment.ifPresent(known -> giveBack(known, known.money(), recallReason(received)));
        }
    }

    private static String recallReason(Received received) {
        String reason = received.text(UNDERLYING + "/CxlRsnInf/Rsn/Cd");
        return reason.equals("DUPL") || reason.equals("CUST") ? reason : "FOCR";
    }

    /** Why a recall is refused: a code of the standard's reasons for it. */
    private Optional<String> refusal(Optional<Payment> found) {
        if (found.isEmpty()) {
            return Optional.of("NOOR");
        }
        Payment payment = found.get();
        if (payment.isReturned()) {
            return faults.has(Defect.RETURNS_TWICE) ? Optional.empty() : Optional.of("ARDT");
        }
        if (!payment.decision().isSettled()) {
            return payment.decision().isRejected()
                    ? Optional.of("NOOR")
                    : faults.unless(Defect.RETURNS_PENDING, "NOOR");
        }
        return accounts.find(payment.transfer(), "CdtTrfTxInf/CdtrAcct").flatMap(account -> switch (account.trait()) {
            case SPENT -> faults.unless(Defect.RETURNS_SPENT_MONEY, "AM04");
            case STUBBORN -> Optional.of("CUST");
            default -> Optional.empty();
        });
    }

    private Draft resolution(Received recall, Original original, Optional<String> refusal) {
        Draft resolution = office.document("camt.029.001.09")
                .agent("Assgnmt/Assgnr/Agt", office.bic())
                .agent("Assgnmt/Assgne/Agt", recall.from())
                .set("Sts/Conf", refusal.isEmpty() ? "CNCL" : "RJCR")
                .set(TRANSACTION + "/CxlStsId", office.newId())
                .set(
                        TRANSACTION + "/RslvdCase/Id",
                        faults.has(Defect.INVENTS_CASES) ? office.newId() : recall.text(CASE + "/Id"))
                .copy(TRANSACTION + "/RslvdCase/Cretr", recall.find(CASE + "/Cretr"));
        original.into(resolution, TRANSACTION);
        return faults.has(Defect.REFUSES_WITHOUT_REASON)
                ? resolution
                : resolution.set(TRANSACTION + "/CxlStsRsnInf/Rsn/Cd", refusal);
    }

    /** Returns a payment because somebody here wants to; what went back already stays where it is. */
    void giveBack(String uetr, String reason) {
        books.incoming(uetr)
                .filter(payment -> payment.decision().isSettled() && !payment.isReturned())
                .ifPresent(payment -> giveBack(payment, ofOwnAccord(payment.money()), reason));
    }

    private Money ofOwnAccord(Money money) {
        return faults.has(Defect.RETURNS_MORE) ? money.plus(Money.of("1", money.currency())) : money;
    }

    private void giveBack(Payment payment, Money money, String reason) {
        payment.giveBack(money);
        books.book(payment.uetr(), money, Booking.Kind.RETURN);
        office.send(payment.partner(), paymentReturn(payment, money, reason));
    }

    private Draft paymentReturn(Payment payment, Money money, String reason) {
        Received transfer = payment.transfer();
        Draft sent = office.document("pacs.004.001.09")
                .set("GrpHdr/NbOfTxs", "1")
                .set("GrpHdr/SttlmInf/SttlmMtd", "CLRG")
                .set("TxInf/RtrId", office.newId())
                .amount("TxInf/OrgnlIntrBkSttlmAmt", payment.money())
                .set("TxInf/OrgnlIntrBkSttlmDt", transfer.text("CdtTrfTxInf/IntrBkSttlmDt"))
                .amount("TxInf/RtrdIntrBkSttlmAmt", money)
                .set("TxInf/IntrBkSttlmDt", office.today())
                .set("TxInf/ChrgBr", "SLEV")
                .agent("TxInf/InstgAgt", office.bic())
                .agent("TxInf/InstdAgt", office.receiver(payment.partner()))
                .copy("TxInf/RtrChain/Dbtr/Pty", transfer.find("CdtTrfTxInf/Cdtr"))
                .copy("TxInf/RtrChain/Cdtr/Pty", transfer.find("CdtTrfTxInf/Dbtr"))
                .set("TxInf/RtrRsnInf/Rsn/Cd", faults.has(Defect.INVENTS_RETURN_REASONS) ? "MS03" : reason);
        return payment.original().into(sent, "TxInf");
    }
}
