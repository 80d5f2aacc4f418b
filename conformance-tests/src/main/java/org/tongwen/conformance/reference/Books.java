package org.tongwen.conformance.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the participant remembers: its bookings, payments in and out, and the identifiers of the messages that it took. */
final class Books {

    private final ParticipantClock clock;
    private final List<Booking> bookings = new ArrayList<>();
    private final Map<String, Payment> incoming = new LinkedHashMap<>();
    private final Map<String, Payment> outgoing = new LinkedHashMap<>();
    private final Map<String, byte[]> answers = new HashMap<>();
    private final Set<String> messages = new HashSet<>();
    private final Set<String> denied = new HashSet<>();

    Books(ParticipantClock clock) {
        this.clock = clock;
    }

    synchronized void book(String uetr, Money money, Booking.Kind kind) {
        bookings.add(new Booking(uetr, money, kind, clock.now()));
    }

    /** The bookings of a payment, in the order in which they were made. */
    synchronized List<Booking> bookings(String uetr) {
        return bookings.stream().filter(booking -> booking.uetr().equals(uetr)).toList();
    }

    synchronized Optional<Payment> incoming(String uetr) {
        return Optional.ofNullable(incoming.get(uetr));
    }

    void came(Payment payment) {
        remember(incoming, payment);
    }

    synchronized Optional<Payment> outgoing(String uetr) {
        return Optional.ofNullable(outgoing.get(uetr));
    }

    void went(Payment payment) {
        remember(outgoing, payment);
    }

    private synchronized void remember(Map<String, Payment> payments, Payment payment) {
        payments.put(payment.uetr(), payment);
    }

    /** Notes a message's identifier; false when its sender used it before. */
    synchronized boolean isNew(Received message) {
        return messages.add(identifier(message));
    }

    /** Whether its sender used a message's identifier before. */
    synchronized boolean isUsed(Received message) {
        return messages.contains(identifier(message));
    }

    private static String identifier(Received message) {
        return message.from() + " " + message.header("BizMsgIdr");
    }

    /** Notes that somebody was told that there is no such payment, so that there must never be one. */
    synchronized void deny(String uetr) {
        denied.add(uetr);
    }

    synchronized boolean isDenied(String uetr) {
        return denied.contains(uetr);
    }

    /** The answer that a request was given before, by what identifies the request. */
    synchronized Optional<byte[]> answer(String request) {
        return Optional.ofNullable(answers.get(request));
    }

    synchronized void answered(String request, byte[] answer) {
        answers.put(request, answer);
    }
}
