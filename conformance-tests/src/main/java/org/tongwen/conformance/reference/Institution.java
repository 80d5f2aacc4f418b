package org.tongwen.conformance.reference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The participant behind its HTTP addresses: one message or wish at a time, so that nothing is decided twice. */
final class Institution implements AutoCloseable {

    private final Object oneAtATime = new Object();
    private final ParticipantClock clock = new ParticipantClock(Clock.systemUTC());
    private final Books books = new Books(clock);
    private final KeyPair keys = newKeys();
    private final Outbox outbox;
    private final Gate gate;
    private final Faults faults;
    private final CreditorDesk creditors;
    private final Race race;
    private final RecallDesk recalls;
    private final PayeeDesk payees;
    private final DebtorDesk debtors;
    private final ReturnDesk returns;
    private final RequestDesk requests;
    private final WalletDesk wallet;

    Institution(Setup setup) {
        outbox = new Outbox(setup.messages());
        gate = new Gate(setup);
        faults = new Faults(setup.defect());
        Office office =
                new Office(setup, clock, outbox, setup.partnerKeys().isEmpty() ? Optional.empty() : Optional.of(keys));
        creditors = new CreditorDesk(office, books, clock, faults);
        race = new Race(creditors);
        recalls = new RecallDesk(office, books, faults);
        payees = new PayeeDesk(office, faults);
        debtors = new DebtorDesk(office, books, clock, faults);
        returns = new ReturnDesk(office, books, faults);
        requests = new RequestDesk(office, books, clock, debtors, faults);
        wallet = new WalletDesk(office, books, faults);
        outbox.onAnswer(this::take);
    }

    PublicKey key() {
        return keys.getPublic();
    }

    /** Takes a message that came under a media type, or says why not. */
    Answer take(String type, byte[] bytes) {
        return gate.isReadable(type) ? take(bytes) : Answer.problem(400, "messages are application/xml");
    }

    private Answer take(byte[] bytes) {
        Gate.Verdict verdict = gate.judge(bytes);
        if (verdict.status() != 202) {
            return Answer.problem(verdict.status(), told(verdict.why(), bytes));
        }
        clock.tick();
        Optional<byte[]> answer = verdict.received().flatMap(this::take);
        return answer.map(Answer::message).orElseGet(Answer::taken);
    }

    /** Why a message is refused, as its sender is told. */
    private String told(String why, byte[] bytes) {
        if (faults.has(Defect.ECHOES_MESSAGES)) {
            return why + ": " + new String(bytes, StandardCharsets.UTF_8);
        }
        return faults.has(Defect.SHOWS_STACK_TRACES) ? why + " at " + new Throwable().getStackTrace()[0] : why;
    }

    private Optional<byte[]> take(Received received) {
        if (faults.has(Defect.RACES) && received.id().startsWith("pacs.008")) {
            race.creditTransfer(received);
            return Optional.empty();
        }
        synchronized (oneAtATime) {
            return dispatch(received);
        }
    }

    private Optional<byte[]> dispatch(Received received) {
        switch (received.id()) {
            case "pacs.008.001.08" -> creditors.creditTransfer(received);
            case "pacs.028.001.03" -> {
                return Optional.of(creditors.statusRequest(received));
            }
            case "camt.056.001.08" -> recalls.recall(received);
            case "acmt.023.001.03" -> {
                return Optional.of(payees.request(received));
            }
            case "pain.001.001.09" -> debtors.order(received);
            case "pacs.002.001.10" -> debtors.report(received);
            case "pacs.004.001.09" -> returns.paymentReturn(received);
            case "camt.029.001.09" -> returns.resolution(received);
            case "pain.013.001.07" -> requests.request(received);
            case "pain.014.001.07" -> requests.response(received);
            case "pain.002.001.10" -> wallet.report(received);
            default -> {
                // acmt.024 and others: a person reads them.
            }
        }
        return Optional.empty();
    }

    /** Does what a customer or clerk wants; the answer is the reference of what was started. */
    String act(Wish wish) {
        synchronized (oneAtATime) {
            return switch (wish.verb()) {
                case "pay" -> wish.isOfWallet() ? wallet.pay(wish) : debtors.pay(wish);
                case "recall" -> returns.recall(wish);
                case "ask-status" -> {
                    books.outgoing(wish.text("uetr")).ifPresent(debtors::ask);
                    yield wish.text("uetr");
                }
                case "request-to-pay" -> requests.ask(wish);
                case "ask-payee" -> payees.ask(wish);
                case "return" -> {
                    recalls.giveBack(wish.text("uetr"), wish.text("reason"));
                    yield wish.text("uetr");
                }
                default -> throw new UnknownVerbException(wish.verb());
            };
        }
    }

    List<Booking> bookings(String uetr) {
        return books.bookings(uetr);
    }

    void setClock(OffsetDateTime now) {
        synchronized (oneAtATime) {
            clock.set(now);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows P-256", e);
        }
    }

    /** Waits until all that it sent so far has reached its receivers. */
    void settle() {
        outbox.settle();
    }

    @Override
    public void close() {
        outbox.close();
    }
}
