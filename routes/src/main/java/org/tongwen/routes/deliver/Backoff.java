package org.tongwen.routes.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.journal.Delivery;

/**
 * When a delivery is tried again.
 *
 * @param policy the pauses
 * @param random numbers from 0 to 1
 */
record Backoff(DeliveryPolicy policy, DoubleSupplier random) {

    /**
     * When the next attempt is due; empty when the time is over.
     *
     * @param asked the pause that the receiver asked for, which is granted up to the ceiling
     */
    Optional<Instant> next(Delivery delivery, Duration asked, Instant now) {
        Instant end = delivery.since().plus(policy.giveUpAfter());
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        Instant due = now.plus(longer(pause(delivery.attempt()), shorter(asked, policy.ceiling())));
        // The last attempt is made when the time ends.
        return Optional.of(due.isAfter(end) ? end : due);
    }

    /** The pause after that attempt: the ceiling holds after the jitter, too. */
    Duration pause(int attempt) {
        double millis = policy.first().toMillis() * Math.pow(policy.factor(), attempt - 1.0);
        double shaken =
                Math.min(millis, policy.ceiling().toMillis()) * (1 + policy.jitter() * (2 * random.getAsDouble() - 1));
        return Duration.ofMillis((long) Math.min(shaken, policy.ceiling().toMillis()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
