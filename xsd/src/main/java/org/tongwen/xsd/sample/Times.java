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

    private LocalDate day() {
        boolean leap = !plain && random.nextInt(50) == 0;
        return leap ? LocalDate.of(2028, 2, 29) : LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(DAYS));
    }

    private String offset() {
        return OFFSETS.get(random.nextInt(plain ? 3 : OFFSETS.size()));
    }
}
