package org.tongwen.routes.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The hub's own name of a message: a UUID of version 7 (RFC 9562), so that those of later messages are greater.
 *
 * @param value the UUID
 */
public record MessageId(UUID value) implements Comparable<MessageId> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();
    private static final int COUNTER_BITS = 12;

    /** A new one, greater than all that this process made before, also when the clock was set back. */
    public static MessageId next(Clock clock) {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = stamp >>> COUNTER_BITS << 16 | 0x7000L | stamp & 0xFFFL;
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new MessageId(new UUID(high, low));
    }

    /** The one that a text writes; empty when it writes none. */
    public static Optional<MessageId> of(String text) {
        try {
            return text.length() == 36 ? Optional.of(new MessageId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By time of creation. */
    @Override
    public int compareTo(MessageId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
