package org.tongwen.conformance.reference;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tongwen.xsd.message.BusinessMessage;

/** Pays for the participant's customers: takes orders, sends transfers, and follows them until their fate is known. */
final class DebtorDesk {

    private static final String ORDER = "PmtInf/CdtTrfTxInf";
    private static final String TRANSFER = "CdtTrfTxInf";

    private final Office office;
    private final Books books;
    private final Accounts accounts;
    private final ParticipantClock clock;
    private final Faults faults;
    private final Transfers transfers;

    /** What was ordered first, by wallet and UETR. */
    private final Map<String, String> orders = new ConcurrentHashMap<>();

    DebtorDesk(Office office, Books books, ParticipantClock clock, Faults faults) {
        this.office = office;
        this.books = books;
        this.accounts = new Accounts(faults);
        this.clock = clock;
        this.faults = faults;
        this.transfers = new Transfers(office, faults);
    }

    /** Takes a pain.001. */
    void order(Received order) {
        String request = "order " + order.from() + " " + order.text(ORDER + "/PmtId/UETR") + " " + content(order);
        Optional<byte[]> before = books.answer(request);
        if (before.isPresent() && !faults.has(Defect.PAYS_ORDERS_TWICE)) {
            office.sendAgain(before.get());
            return;
        }
        if (isOther(order) && !faults.has(Defect.PAYS_CHANGED_ORDERS)) {
            tell(order, Decision.rejected("AM05"));
            return;
        }
        Money money = order.money(ORDER + "/Amt/InstdAmt").orElseThrow();
        Decision decision = accounts.againstDebit(order, "PmtInf/DbtrAcct", money)
                .filter(reason -> !isOverlooked(reason))
                .map(Decision::rejected)
                .orElse(Decision.CHECKED);
        byte[] answer = tell(order, decision);
        books.answered(request, answer);
        if (decision.isRejected() && faults.has(Defect.DEBITS_REFUSED_ORDERS)) {
            books.book(order.text(ORDER + "/PmtId/UETR"), money, Booking.Kind.DEBIT);
        }
        if (!decision.isRejected()) {
            pay(transfers.ofOrder(order), partner(order.text(ORDER + "/CdtrAgt/FinInstnId/BICFI")), Optional.of(order));
        }
    }

    private boolean isOverlooked(String reason) {
        return switch (reason) {
            case "AC02" -> faults.has(Defect.PAYS_FROM_ANY_ACCOUNT);
            case "AC06" -> faults.has(Defect.DEBITS_BLOCKED_ACCOUNTS);
            case "AM02" -> faults.has(Defect.IGNORES_LIMITS_OF_DEBTORS);
            case "AM04" -> faults.has(Defect.IGNORES_FUNDS);
            default -> false;
        };
    }

    private static String content(Received order) {
        return order.written("PmtInf/DbtrAcct") + Payment.content(order, ORDER);
    }

    /** Whether the wallet used the UETR before, for what is not this order. */
    private boolean isOther(Received order) {
        String content = content(order);
        String first = orders.putIfAbsent(order.from() + " " + order.text(ORDER + "/PmtId/UETR"), content);
        return first != null && !first.equals(content);
    }

    /** Pays because a customer wants to; the answer is the reference of the payment. */
    String pay(Wish wish) {
        Draft transfer = transfers.ofWish(wish);
        pay(transfer, partner(wish.partner().orElse("")), Optional.empty());
        return transfer.text(TRANSFER + "/PmtId/UETR").orElseThrow();
    }

    /** Pays what a creditor asked for. */
    void payRequested(Received request) {
        pay(transfers.ofRequest(request), request.from(), Optional.empty());
    }

    private String partner(String agent) {
        return office.isPartner(agent) ? agent : office.usualPartner();
    }

    private void pay(Draft transfer, String partner, Optional<Received> order) {
        transfer.agent(TRANSFER + "/InstdAgt", partner);
        Received written = new Received(BusinessMessage.of(transfer.message()));
        Payment payment = new Payment(written, partner, order);
        books.went(payment);
        books.book(payment.uetr(), payment.money(), Booking.Kind.DEBIT);
        office.send(partner, transfer);
        Duration limit = faults.has(Defect.ASKS_TOO_SOON)
                ? CreditorDesk.LIMIT.minusSeconds(1)
                : CreditorDesk.LIMIT.plusMillis(1);
        clock.in(limit, () -> overdue(payment));
    }

    /** Nobody answered in time: the outcome is not known, so the payment is neither done nor undone. */
    private void overdue(Payment payment) {
        if (!payment.decision().equals(Decision.PENDING) || payment.isReportedPending()) {
            return;
        }
        payment.askedAfter();
        if (!faults.has(Defect.NEVER_ASKS)) {
            ask(payment);
        }
        if (faults.has(Defect.TAKES_SILENCE_FOR_NO)) {
            conclude(payment, Decision.rejected("AB05"));
            return;
        }
        payment.order().ifPresent(order -> tell(order, Decision.PENDING));
    }

    /** Asks what became of a payment. */
    void ask(Payment payment) {
        Draft request = office.document("pacs.028.001.03");
        Original original = named(payment.original(), request);
        original.into(request, "TxInf")
                .agent("TxInf/InstgAgt", office.bic())
                .agent("TxInf/InstdAgt", office.receiver(payment.partner()));
        office.send(payment.partner(), request);
    }

    private Original named(Original right, Draft request) {
        if (faults.has(Defect.ASKS_ABOUT_ITSELF)) {
            return right.message(request.text("GrpHdr/MsgId").orElseThrow());
        }
        return faults.has(Defect.ASKS_WITHOUT_UETR) ? right.uetr("") : right;
    }

    /** Takes a pacs.002. What is about nothing that was sent changes nothing. */
    void report(Received report) {
        Original named = Original.named(report, "TxInfAndSts");
        Optional<Payment> found = books.outgoing(named.uetr())
                .filter(payment -> payment.partner().equals(report.from()) || faults.has(Defect.BELIEVES_ANYBODY))
                .filter(payment -> payment.original().message().equals(named.message())
                        || faults.has(Defect.BELIEVES_WRONG_REFERENCES));
        Decision decision = new Decision(
                report.text("TxInfAndSts/TxSts"),
                Optional.of(report.text("TxInfAndSts/StsRsnInf/Rsn/Cd")).filter(reason -> !reason.isEmpty()));
        found.ifPresent(payment -> apply(payment, decision));
    }

    private void apply(Payment payment, Decision decision) {
        boolean isBackward = payment.decision().isFinal();
        if (isBackward) {
            boolean isContrary = payment.decision().isSettled() && decision.isRejected();
            if (isContrary && faults.has(Defect.BELIEVES_THE_LAST_STATUS)) {
                conclude(payment, decision);
            } else if (!decision.isFinal() && faults.has(Defect.PASSES_OLD_NEWS_ON)) {
                payment.order().ifPresent(order -> tell(order, decision));
            }
        } else if (decision.status().equals("ACSP") && faults.has(Defect.TAKES_PROCESSING_FOR_SETTLED)) {
            conclude(payment, Decision.SETTLED);
        } else if (decision.isFinal()) {
            conclude(payment, decision);
        } else {
            pending(payment, decision);
        }
    }

    private void pending(Payment payment, Decision decision) {
        payment.reportedPending();
        boolean isPending = decision.equals(Decision.PENDING);
        if (isPending && faults.has(Defect.TAKES_PENDING_FOR_NO)) {
            conclude(payment, Decision.rejected("MS03"));
        } else if (!isPending || !faults.has(Defect.HIDES_PENDING)) {
            payment.order().ifPresent(order -> tell(order, decision));
        }
    }

    private void conclude(Payment payment, Decision decision) {
        payment.decide(decision);
        if (decision.isRejected() && !faults.has(Defect.KEEPS_MONEY_OF_REJECTED)) {
            books.book(payment.uetr(), payment.money(), Booking.Kind.RETURN);
        }
        boolean isLate = payment.isAskedAfter() && faults.has(Defect.IGNORES_LATE_ANSWERS);
        boolean isHidden = faults.has(Defect.KEEPS_WALLETS_WAITING) && decision.isSettled() && !payment.isAskedAfter();
        if (!isLate && !isHidden) {
            payment.order().ifPresent(order -> tell(order, passedOn(decision)));
        }
    }

    private Decision passedOn(Decision decision) {
        return faults.has(Defect.INVENTS_REASONS) && decision.isRejected() ? Decision.rejected("MS03") : decision;
    }

    private byte[] tell(Received order, Decision decision) {
        Draft report = office.document("pain.002.001.10").agent("GrpHdr/DbtrAgt", office.bic());
        Original original = Original.of(order, ORDER);
        original.group(report, "OrgnlGrpInfAndSts");
        report.copy("GrpHdr/InitgPty", order.find("GrpHdr/InitgPty"))
                .set("OrgnlPmtInfAndSts/OrgnlPmtInfId", order.text("PmtInf/PmtInfId"))
                .set("OrgnlPmtInfAndSts/TxInfAndSts/OrgnlInstrId", original.instruction())
                .set("OrgnlPmtInfAndSts/TxInfAndSts/OrgnlEndToEndId", original.endToEnd())
                .set("OrgnlPmtInfAndSts/TxInfAndSts/OrgnlUETR", original.uetr());
        decision.into(report, "OrgnlPmtInfAndSts/TxInfAndSts");
        return office.send(order.from(), report);
    }
}
