package org.tongwen.routes.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Moments as numbers: nanoseconds since 1970, up to the year 2262. */
final class Moments {

    private static final long SECOND = 1_000_000_000L;
    private static final long SECONDS_OF_DAY = 86_400;

    private Moments() {}

    /**
     * The number of a moment.
     *
     * @throws ArithmeticException for a moment that has none
     */
    static long number(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), SECOND), moment.getNano());
    }

    static Instant moment(long number) {
        return Instant.ofEpochSecond(Math.floorDiv(number, SECOND), Math.floorMod(number, SECOND));
    }

    static long number(Duration duration) {
        return duration.compareTo(Duration.ofDays(36_500)) > 0
                ? Duration.ofDays(36_500).toNanos()
                : duration.toNanos();
    }

    /** The day in UTC, counted from 1970. */
    static int day(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_DAY);
    }

    static String day(int number) {
        return LocalDate.ofEpochDay(number).toString();
    }
}
