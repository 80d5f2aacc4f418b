package org.tongwen.conformance.reference;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Asks for payment, and decides on what others ask for. */
final class RequestDesk {

    private static final String PAYER = "PmtInf/DbtrAcct";
    private static final String TRANSFER = "PmtInf/CdtTrfTx";
    private static final String ANSWER = "OrgnlPmtInfAndSts/TxInfAndSts";

    private final Office office;
    private final Books books;
    private final Accounts accounts;
    private final ParticipantClock clock;
    private final DebtorDesk payer;
    private final Faults faults;

    RequestDesk(Office office, Books books, ParticipantClock clock, DebtorDesk payer, Faults faults) {
        this.office = office;
        this.books = books;
        this.accounts = new Accounts(faults);
        this.clock = clock;
        this.payer = payer;
        this.faults = faults;
    }

    /** Takes a pain.013: the customer agrees or not, and what is agreed is paid. */
    void request(Received received) {
        Original original = Original.of(received, TRANSFER);
        String request = "request " + received.from() + " " + original.uetr() + " " + original.endToEnd();
        Optional<byte[]> before = books.answer(request);
        if (before.isPresent() && !faults.has(Defect.PAYS_REQUESTS_TWICE)) {
            office.sendAgain(before.get());
            return;
        }
        Decision decision = refusal(received).map(Decision::rejected).orElse(Decision.ACCEPTED);
        books.answered(request, office.send(received.from(), answer(received, original, decision)));
        boolean isPaid = decision.isRejected()
                ? faults.has(Defect.PAYS_REFUSED_REQUESTS)
                        && decision.reason().filter("ARFR"::equals).isPresent()
                : !faults.has(Defect.PAYS_NO_REQUESTS);
        if (isPaid) {
            payer.payRequested(received);
        }
    }

    private Optional<String> refusal(Received received) {
        boolean isExpired = isExpired(received) && !faults.has(Defect.PAYS_EXPIRED_REQUESTS);
        boolean isUnwanted = accounts.find(received, PAYER)
                .filter(account -> account.trait() == Accounts.Trait.STUBBORN)
                .isPresent();
        if (isExpired || isUnwanted) {
            return Optional.of(isExpired ? "AEXR" : "ARFR");
        }
        Money money = received.money(TRANSFER + "/Amt/InstdAmt").orElseThrow();
        return accounts.againstDebit(received, PAYER, money).filter(reason -> !isOverlooked(reason));
    }

    private boolean isOverlooked(String reason) {
        return switch (reason) {
            case "AC02" -> faults.has(Defect.AGREES_FOR_UNKNOWN_ACCOUNTS);
            case "AC06" -> faults.has(Defect.AGREES_FOR_BLOCKED_ACCOUNTS);
            case "AM02" -> faults.has(Defect.AGREES_ABOVE_LIMITS);
            case "AM04" -> faults.has(Defect.AGREES_WITHOUT_FUNDS);
            default -> false;
        };
    }

    private boolean isExpired(Received received) {
        String time = received.text("PmtInf/XpryDt/DtTm");
        return !time.isEmpty() && OffsetDateTime.parse(time).isBefore(clock.now());
    }

    private Draft answer(Received received, Original original, Decision decision) {
        Draft answer = office.document("pain.014.001.07")
                .copy("GrpHdr/InitgPty", received.find("GrpHdr/InitgPty"))
                .agent("GrpHdr/DbtrAgt", office.bic())
                .set("OrgnlPmtInfAndSts/OrgnlPmtInfId", received.text("PmtInf/PmtInfId"))
                .set(ANSWER + "/OrgnlInstrId", original.instruction())
                .set(
                        ANSWER + "/OrgnlEndToEndId",
                        faults.has(Defect.FORGETS_REQUEST) ? "NOTPROVIDED" : original.endToEnd())
                .set(ANSWER + "/OrgnlUETR", original.uetr());
        original.group(answer, "OrgnlGrpInfAndSts");
        return decision.into(answer, ANSWER);
    }

    /** Asks a partner's customer for payment; the answer is the reference of the request. */
    String ask(Wish wish) {
        String id = office.newId();
        String partner = office.usualPartner();
        Draft request = office.document("pain.013.001.07")
                .set("GrpHdr/NbOfTxs", "1")
                .set("GrpHdr/InitgPty/Nm", Accounts.OWN.owner())
                .set("PmtInf/PmtInfId", id)
                .set("PmtInf/PmtMtd", "TRF")
                .set("PmtInf/ReqdExctnDt/Dt", office.today())
                .set("PmtInf/XpryDt/DtTm", faults.has(Defect.ASKS_FOR_EVER) ? "" : office.in(Duration.ofDays(1)))
                .set("PmtInf/Dbtr/Nm", wish.text("debtor", "name"))
                .set("PmtInf/DbtrAcct/Id/IBAN", wish.text("debtor", "account"))
                .agent("PmtInf/DbtrAgt", partner)
                .set(TRANSFER + "/PmtId/EndToEndId", id)
                .set(TRANSFER + "/PmtId/UETR", Transfers.uetr(wish.text("uetr")))
                .amount(
                        TRANSFER + "/Amt/InstdAmt",
                        faults.has(Defect.ASKS_FOR_WHOLE_UNITS) ? wish.money().whole() : wish.money())
                .set(TRANSFER + "/ChrgBr", "SLEV")
                .agent(TRANSFER + "/CdtrAgt", office.bic())
                .set(TRANSFER + "/Cdtr/Nm", Accounts.OWN.owner())
                .set(TRANSFER + "/CdtrAcct/Id/IBAN", Accounts.OWN.id());
        office.send(partner, request);
        return id;
    }

    /** Takes a pain.014. It is a promise; the money comes, if it comes, as a transfer. */
    void response(Received received) {
        if (faults.has(Defect.BOOKS_AGREEMENTS)
                && received.text(ANSWER + "/TxSts").equals("ACCP")) {
            books.book(received.text(ANSWER + "/OrgnlUETR"), Money.of("1", "EUR"), Booking.Kind.CREDIT);
        }
    }
}
