package org.tongwen.conformance.reference;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Takes payments for the participant's customers: decides on them, books them, and tells the sender. */
final class CreditorDesk {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofSeconds(60);
    private static final Money LARGE = Money.of("100000", "EUR");
    private static final String TRANSFER = "CdtTrfTxInf";

    private final Office office;
    private final Books books;
    private final Accounts accounts;
    private final ParticipantClock clock;
    private final Faults faults;

    CreditorDesk(Office office, Books books, ParticipantClock clock, Faults faults) {
        this.office = office;
        this.books = books;
        this.accounts = new Accounts(faults);
        this.clock = clock;
        this.faults = faults;
    }

    /** Takes a pacs.008. */
    void creditTransfer(Received received) {
        Optional<Payment> known = books.incoming(received.text(TRANSFER + "/PmtId/UETR"));
        boolean isNew = books.isNew(received);
        if (known.isPresent()) {
            again(received, known.get());
        } else if (!isNew && !faults.has(Defect.IGNORES_MESSAGE_IDS)) {
            tell(received, Decision.rejected("DU01"));
        } else {
            first(received);
        }
    }

    /** Whether a payment came before, or its message's identifier was used. */
    boolean isKnown(Received received) {
        return books.incoming(received.text(TRANSFER + "/PmtId/UETR")).isPresent() || books.isUsed(received);
    }

    /** Takes a pacs.008 that somebody already looked for and did not find. */
    void newCreditTransfer(Received received) {
        books.isNew(received);
        first(received);
    }

    private void again(Received received, Payment known) {
        boolean isOtherMessage =
                !received.text("GrpHdr/MsgId").equals(known.original().message());
        if (!isSame(received, known)) {
            otherContent(received);
            return;
        }
        if (faults.has(Defect.BOOKS_REPEATS) && isOtherMessage) {
            book(known);
        }
        if (faults.has(Defect.REFUSES_REPEATS) && isOtherMessage) {
            tell(received, Decision.rejected("AM05"));
        } else if (faults.has(Defect.JUDGES_REPEATS_ANEW) && isLate(received)) {
            tell(received, Decision.rejected("AB05"));
        } else {
            known.answer().ifPresent(office::sendAgain);
        }
    }

    private boolean isSame(Received received, Payment known) {
        return faults.has(Defect.COMPARES_AMOUNTS_ONLY)
                ? received.money(TRANSFER + "/IntrBkSttlmAmt")
                        .filter(known.money()::equals)
                        .isPresent()
                : known.isSame(received);
    }

    private void otherContent(Received received) {
        if (faults.has(Defect.BOOKS_OTHER_CONTENT)) {
            first(received);
        } else {
            tell(received, Decision.rejected("AM05"));
        }
    }

    private void first(Received received) {
        Decision decision = decide(received);
        Payment payment = new Payment(received, received.from(), Optional.empty());
        payment.decide(decision);
        books.came(payment);
        book(payment);
        byte[] answer = report(payment, received.from(), decision);
        payment.answered(answer);
        deliver(payment, answer);
        follow(payment);
    }

    private void deliver(Payment payment, byte[] answer) {
        if (faults.has(Defect.FALLS_BEHIND) && payment.money().isMoreThan(LARGE)) {
            clock.in(LIMIT.plusSeconds(1), () -> office.sendAgain(answer));
        } else if (!faults.has(Defect.NEVER_ANSWERS)) {
            office.sendAgain(answer);
        }
        boolean isSalary = payment.transfer().text(TRANSFER + "/Purp/Cd").equals("SALA");
        if (faults.has(Defect.ANSWERS_TWICE_OTHERWISE) && isSalary) {
            clock.in(Duration.ofSeconds(30), () -> tell(payment.transfer(), Decision.rejected("MS03")));
        }
    }

    private Decision decide(Received received) {
        boolean isSingle = received.text("GrpHdr/NbOfTxs").equals("1") && received.count(TRANSFER) == 1;
        if (!isSingle && !faults.has(Defect.TAKES_FIRST_OF_MANY)) {
            return Decision.rejected("AM18");
        }
        if (books.isDenied(received.text(TRANSFER + "/PmtId/UETR")) && !faults.has(Defect.FORGETS_DENIALS)) {
            return Decision.rejected("AB05");
        }
        if (isLate(received) && !faults.has(Defect.TAKES_LATE_PAYMENTS)) {
            return Decision.rejected("AB05");
        }
        Money money = received.money(TRANSFER + "/IntrBkSttlmAmt").orElseThrow();
        if (faults.has(Defect.REFUSES_ULTIMATE_DEBTORS)
                && received.find(TRANSFER + "/UltmtDbtr").isPresent()) {
            return Decision.rejected("MS03");
        }
        return accounts.againstCredit(received, TRANSFER + "/CdtrAcct", received.text(TRANSFER + "/Cdtr/Nm"), money)
                .map(Decision::rejected)
                .orElseGet(() -> isLookedAt(received) ? Decision.PENDING : Decision.SETTLED);
    }

    private boolean isLate(Received received) {
        String accepted = received.text(TRANSFER + "/AccptncDtTm");
        OffsetDateTime since = time(accepted.isEmpty() ? received.text("GrpHdr/CreDtTm") : accepted);
        Duration limit = faults.has(Defect.HURRIES) ? LIMIT.minusSeconds(1) : LIMIT;
        return since.plus(limit).isBefore(clock.now());
    }

    private OffsetDateTime time(String written) {
        OffsetDateTime time = OffsetDateTime.parse(written);
        return faults.has(Defect.IGNORES_OFFSETS)
                ? time.toLocalDateTime().atOffset(clock.now().getOffset())
                : time;
    }

    private boolean isLookedAt(Received received) {
        Accounts.Trait trait = trait(received);
        return trait == Accounts.Trait.SLOW || trait == Accounts.Trait.DOUBTED;
    }

    private Accounts.Trait trait(Received received) {
        return accounts.find(received, TRANSFER + "/CdtrAcct")
                .map(Accounts.Account::trait)
                .orElse(Accounts.Trait.CURRENT);
    }

    /** Pending payments get their final status after a while. */
    private void follow(Payment payment) {
        boolean isDoubted = trait(payment.transfer()) == Accounts.Trait.DOUBTED;
        boolean isFollowed = isDoubted || !faults.has(Defect.LEAVES_PENDING);
        if (payment.decision().equals(Decision.PENDING) && isFollowed) {
            boolean isRefused = isDoubted && !faults.has(Defect.SETTLES_ALL_PENDING);
            clock.in(LOOK, () -> conclude(payment, isRefused ? Decision.rejected("MS03") : Decision.SETTLED));
        }
    }

    private void conclude(Payment payment, Decision decision) {
        payment.decide(decision);
        if (!faults.has(Defect.BOOKS_PENDING)) {
            book(payment);
        }
        payment.answered(report(payment, payment.partner(), decision));
        payment.answer().ifPresent(office::sendAgain);
    }

    private void book(Payment payment) {
        boolean isEarly = faults.has(Defect.BOOKS_PENDING) && payment.decision().equals(Decision.PENDING);
        boolean isWrong = faults.has(Defect.BOOKS_REFUSED) && payment.decision().isRejected();
        if (payment.decision().isSettled() || isEarly || isWrong) {
            credit(payment);
        }
        if (faults.has(Defect.BOOKS_AGAIN_LATER) && payment.decision().isSettled()) {
            clock.in(Duration.ofMinutes(1), () -> credit(payment));
        }
    }

    private void credit(Payment payment) {
        books.book(payment.uetr(), booked(payment.money()), Booking.Kind.CREDIT);
    }

    private Money booked(Money money) {
        if (faults.has(Defect.BOOKS_IN_FLOATS)) {
            return money.inDoublePrecision();
        }
        Money kept = faults.has(Defect.BOOKS_CENTS) ? money.cents() : money;
        return faults.has(Defect.BOOKS_WHOLE_UNITS) ? money.whole() : kept;
    }

    /** Answers a message about a transfer that is not remembered because of it. */
    private void tell(Received received, Decision decision) {
        office.sendAgain(report(Original.of(received, TRANSFER), settlement(received), received.from(), decision));
    }

    /** Takes a pacs.028 and answers with what is known now. */
    byte[] statusRequest(Received received) {
        Original named = Original.named(received, "TxInf");
        Optional<Payment> payment = books.incoming(named.uetr())
                .filter(known -> known.partner().equals(received.from()) || faults.has(Defect.TELLS_ANYBODY));
        if (payment.isEmpty()) {
            return report(named, "", received.from(), denial(named.uetr()));
        }
        Decision decision = faults.has(Defect.SAYS_PENDING_ALWAYS)
                ? Decision.PENDING
                : payment.get().decision();
        return report(payment.get(), received.from(), decision);
    }

    /** What never came must not come any more; what others sent is nobody's business. */
    private Decision denial(String uetr) {
        boolean isUnknown = books.incoming(uetr).isEmpty();
        if (isUnknown) {
            books.deny(uetr);
        }
        return isUnknown && faults.has(Defect.INVENTS_STATUS) ? Decision.SETTLED : Decision.UNKNOWN;
    }

    private byte[] report(Payment payment, String partner, Decision decision) {
        return report(payment.original(), settlement(payment.transfer()), partner, decision);
    }

    private byte[] report(Original original, String settlement, String partner, Decision decision) {
        return StatusReport.of(office, faults, original, settlement, partner, decision);
    }

    private static String settlement(Received transfer) {
        return transfer.text(TRANSFER + "/IntrBkSttlmDt");
    }
}
