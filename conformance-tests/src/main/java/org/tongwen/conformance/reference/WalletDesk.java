package org.tongwen.conformance.reference;

import java.util.Optional;
import org.tongwen.xsd.message.BusinessMessage;

/** Acts as a wallet: orders payments from its bank and follows them. */
final class WalletDesk {

    private static final String ORDER = "PmtInf/CdtTrfTxInf";
    private static final String REPORT = "OrgnlPmtInfAndSts/TxInfAndSts";

    private final Office office;
    private final Books books;
    private final Faults faults;

    WalletDesk(Office office, Books books, Faults faults) {
        this.office = office;
        this.books = books;
        this.faults = faults;
    }

    /** Orders a payment; the answer is its UETR. */
    String pay(Wish wish) {
        Draft order = order(wish, office.usualPartner());
        Payment payment =
                new Payment(new Received(BusinessMessage.of(order.message())), office.usualPartner(), Optional.empty());
        books.went(payment);
        books.book(payment.uetr(), payment.money(), Booking.Kind.DEBIT);
        office.send(payment.partner(), order);
        return payment.uetr();
    }

    private Draft order(Wish wish, String bank) {
        String id = office.newId();
        Draft order = office.document("pain.001.001.09");
        return order.set("GrpHdr/NbOfTxs", "1")
                .set("GrpHdr/InitgPty/Nm", Accounts.OWN.owner())
                .set("PmtInf/PmtInfId", order.text("GrpHdr/MsgId"))
                .set("PmtInf/PmtMtd", "TRF")
                .set("PmtInf/ReqdExctnDt/Dt", office.today())
                .set("PmtInf/Dbtr/Nm", Accounts.OWN.owner())
                .set("PmtInf/Dbtr/PstlAdr/TwnNm", "Berlin")
                .set("PmtInf/Dbtr/PstlAdr/Ctry", "DE")
                .set("PmtInf/DbtrAcct/Id/IBAN", Accounts.OWN.id())
                .agent("PmtInf/DbtrAgt", bank)
                .set(ORDER + "/PmtId/InstrId", id)
                .set(ORDER + "/PmtId/EndToEndId", id)
                .set(ORDER + "/PmtId/UETR", Transfers.uetr(wish.text("uetr")))
                .amount(ORDER + "/Amt/InstdAmt", ordered(wish.money()))
                .set(ORDER + "/ChrgBr", "SLEV")
                .agent(ORDER + "/CdtrAgt", wish.partner().orElse(bank))
                .set(ORDER + "/Cdtr/Nm", wish.text("creditor", "name"))
                .set(ORDER + "/Cdtr/PstlAdr/TwnNm", "Berlin")
                .set(ORDER + "/Cdtr/PstlAdr/Ctry", "DE")
                .set(ORDER + "/CdtrAcct/Id/IBAN", wish.text("creditor", "account"));
    }

    private Money ordered(Money money) {
        return faults.has(Defect.ORDERS_WHOLE_UNITS) ? money.whole() : money;
    }

    /** Takes a pain.002. What is about nothing that was ordered changes nothing, nor does news that comes too late. */
    void report(Received report) {
        books.outgoing(report.text(REPORT + "/OrgnlUETR"))
                .filter(payment ->
                        payment.partner().equals(report.from()) || faults.has(Defect.WALLET_BELIEVES_ANYBODY))
                .filter(payment -> payment.original().message().equals(report.text("OrgnlGrpInfAndSts/OrgnlMsgId"))
                        || faults.has(Defect.WALLET_BELIEVES_WRONG_REFERENCES))
                .ifPresent(payment -> apply(payment, report.text(REPORT + "/TxSts")));
    }

    private void apply(Payment payment, String status) {
        Decision decision = new Decision(status, Optional.empty());
        boolean isPending = !decision.isFinal() && faults.has(Defect.WALLET_TAKES_PENDING_FOR_NO);
        boolean isRepeat = payment.decision().isRejected() && faults.has(Defect.WALLET_BOOKS_REPEATS);
        boolean isContrary = payment.decision().isSettled() && faults.has(Defect.WALLET_BELIEVES_THE_LAST_STATUS);
        if (payment.decision().isFinal() && !isRepeat && !isContrary) {
            return;
        }
        payment.decide(decision);
        if (isPending || decision.isRejected() && !faults.has(Defect.WALLET_KEEPS_MONEY)) {
            books.book(payment.uetr(), payment.money(), Booking.Kind.RETURN);
        }
    }
}
