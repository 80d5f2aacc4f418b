package org.tongwen.xsd.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws dates and times, with and without offset. */
final class Times {

    private static final int FIRST_YEAR = 1998;
    private static final int YEARS = 40;
    private static final int DAYS = YEARS * 365;
    private static final int LEAP_DAY = 0;
    private static final int END_OF_MONTH = 1;
    private static final int OTHER_DAY = 2;
    private static final List<String> OFFSETS = List.of("", "Z", "+08:00", "-05:30", "+14:00", "-00:00");

    private final RandomGenerator random;
    private final boolean plain;

    Times(RandomGenerator random, boolean plain) {
        this.random = random;
        this.plain = plain;
    }

    String date() {
        return farAway() + day() + (plain ? "" : offset());
    }

    String dateTime() {
        return farAway() + day() + "T" + time();
    }

    String time() {
        if (!plain && random.nextInt(50) == 0) {
            return "24:00:00" + offset();
        }
        String seconds = String.format("%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60));
        boolean fraction = !plain && random.nextInt(4) == 0;
        return seconds + (fraction ? "." + random.nextInt(1_000) : "") + offset();
    }

    String year() {
        return Integer.toString(FIRST_YEAR + random.nextInt(YEARS));
    }

    String yearMonth() {
        return YearMonth.of(FIRST_YEAR + random.nextInt(YEARS), 1 + random.nextInt(12)) + (plain ? "" : offset());
    }

    /** Now and then ten thousand years later, when the same years are leap years. */
    private String farAway() {
        return !plain && random.nextInt(200) == 0 ? "1" : "";
    }

    /** Often the day behind 28 February, which is 1 March in 1900 and 2100, or the last day of a month. */
    private LocalDate day() {
        return switch (plain ? OTHER_DAY : random.nextInt(20)) {
            case LEAP_DAY -> LocalDate.of(4 * random.nextInt(475, 526), 2, 28).plusDays(1);
            case END_OF_MONTH ->
                YearMonth.of(random.nextInt(1890, 2110), random.nextInt(1, 13)).atEndOfMonth();
            default -> LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(DAYS));
        };
    }

    private String offset() {
        return OFFSETS.get(random.nextInt(plain ? 3 : OFFSETS.size()));
    }
}
