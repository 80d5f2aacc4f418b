package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.MessageId;

class BackoffTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private static Delivery delivery(int attempt) {
        MessageId id = MessageId.next(java.time.Clock.systemUTC());
        return new Delivery(1, id, id, new Dispatch("bank", Content.DELIVERY, "", ""), attempt, START);
    }

    private static Backoff backoff(double random) {
        return new Backoff(DeliveryPolicy.DEFAULT, () -> random);
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToTheCeiling() {
        assertThat(IntStream.rangeClosed(1, 11)
                        .mapToLong(attempt -> backoff(0.5).pause(attempt).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        assertThat(backoff(0.5).pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void spreadsAttemptsByChanceAndStaysBelowTheCeiling() {
        assertThat(backoff(0).pause(3)).isEqualTo(Duration.ofMillis(3_200));
        assertThat(backoff(1).pause(3)).isEqualTo(Duration.ofMillis(4_800));
        assertThat(backoff(1).pause(20)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void grantsThePauseThatTheReceiverAsksForUpToTheCeiling() {
        assertThat(backoff(0.5).next(delivery(1), Duration.ofSeconds(90), START))
                .contains(START.plusSeconds(90));
        assertThat(backoff(0.5).next(delivery(1), Duration.ofDays(9), START)).contains(START.plusSeconds(300));
        assertThat(backoff(0.5).next(delivery(4), Duration.ofSeconds(2), START)).contains(START.plusSeconds(8));
    }

    @Test
    void triesOnceMoreWhenTheTimeEndsAndThenNoMore() {
        Instant end = START.plus(Duration.ofDays(1));

        assertThat(backoff(0.5).next(delivery(300), Duration.ZERO, end.minusSeconds(10)))
                .contains(end);
        assertThat(backoff(0.5).next(delivery(301), Duration.ZERO, end)).isEmpty();
    }

    @Test
    void goesOnWhenTheClockWasSetBackBeforeTheDeliveryWasDue() {
        assertThat(backoff(0.5).next(delivery(1), Duration.ZERO, START.minus(Duration.ofDays(400))))
                .contains(START.minus(Duration.ofDays(400)).plusSeconds(1));
    }
}
