package org.tongwen.routes.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one message added to an account of released payments.
 *
 * @param message the message
 * @param at when it was counted, by the hub's clock
 * @param totals what it adds, by currency; negative when it was taken back
 * @param likenesses what is alike in payments that may be the same one; the store keeps keyed hashes of them only
 */
public record Tally(MessageId message, Instant at, List<Total> totals, List<String> likenesses) {

    /** Copies the lists. */
    public Tally {
        totals = List.copyOf(totals);
        likenesses = List.copyOf(likenesses);
    }

    /**
     * Payments in one currency.
     *
     * @param currency the currency
     * @param count how many
     * @param sum how much together
     */
    public record Total(String currency, int count, BigDecimal sum) {

        /** What takes it back. */
        Total negated() {
            return new Total(currency, -count, sum.negate());
        }
    }

    /** What takes it back. It leaves every window of time at the moment that this does. */
    public Tally negated() {
        return new Tally(message, at, totals.stream().map(Total::negated).toList(), List.of());
    }
}
