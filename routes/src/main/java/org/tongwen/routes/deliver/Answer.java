package org.tongwen.routes.deliver;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * What a receiver's answer over HTTP says.
 *
 * @param status its status
 * @param retryAfter its header {@code Retry-After}; empty when it has none
 */
record Answer(int status, String retryAfter) {

    /**
     * Answers of 4xx that may be others next time: credentials that are renewed, a request that was too slow, another request under the same key
     * that is still being processed, a resource that is locked, a limit. After all others of 4xx the receiver would say the same again.
     */
    private static final Set<Integer> PASSING = Set.of(401, 403, 407, 408, 409, 421, 423, 424, 425, 429);

    private static final int LONGEST_NUMBER = 9;

    /** Does nothing when the receiver has taken the delivery. */
    void check(Clock clock) throws UndeliveredException {
        if (status >= 200 && status < 300) {
            return;
        }
        if (status >= 400 && status < 500 && !PASSING.contains(status)) {
            throw UndeliveredException.forGood(
                    "hub.ReceiverRefuses", "the receiver answered " + status + " and would do so again");
        }
        String redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
        throw UndeliveredException.again(
                "hub.ReceiverFails", "the receiver answered " + status + redirect, pause(clock));
    }

    /** Seconds or a date; anything else, and a date that is over, is no wish. */
    Duration pause(Clock clock) {
        String wish = retryAfter.strip();
        if (!wish.isEmpty() && wish.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(wish.length() > LONGEST_NUMBER ? Integer.MAX_VALUE : Long.parseLong(wish));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration pause = Duration.between(clock.instant(), date);
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
