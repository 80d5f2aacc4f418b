package org.tongwen.conformance.participant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The clock by which the suite writes times and measures them. A virtual one stands still until it is moved, so that a time limit of ten
 * seconds is tried in no time, and to the millisecond.
 */
public final class SuiteClock {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final Clock real;
    private boolean virtual;
    private Instant stands;

    private SuiteClock(Clock real, boolean virtual, Instant stands) {
        this.real = real;
        this.virtual = virtual;
        this.stands = stands;
    }

    /** A clock that stands at a time until it is moved. */
    public static SuiteClock virtual(Instant start) {
        return new SuiteClock(Clock.systemUTC(), true, start);
    }

    /** A clock that goes by itself. */
    public static SuiteClock real(Clock clock) {
        return new SuiteClock(clock, false, Instant.EPOCH);
    }

    /** Whether it can be moved. */
    public synchronized boolean isVirtual() {
        return virtual;
    }

    /** What it shows. */
    public synchronized Instant now() {
        return virtual ? stands : real.instant();
    }

    /** What it shows, as messages of the suite write it. */
    public OffsetDateTime local() {
        return now().atOffset(ZONE);
    }

    /**
     * Moves a virtual clock.
     *
     * @throws IllegalStateException for one that goes by itself
     */
    public synchronized void advance(Duration by) {
        if (!virtual) {
            throw new IllegalStateException("a real clock cannot be moved");
        }
        stands = stands.plus(by);
    }

    /** From now on it goes by itself, by the real time. */
    public synchronized void letGo() {
        virtual = false;
    }
}
