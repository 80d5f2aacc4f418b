package org.tongwen.mappings.codec;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A pattern of date and time whose numbers all have fixed places, such as {@code yyyyMMddHHmmss}. It reads and writes what Java's
 * formatter does in a tenth of the time; what it does not know is empty, and the formatter decides.
 */
final class FixedDigits {

    private static final String UNITS = "yMdHms";
    private static final String DIVIDERS = "-/:. ";
    private static final int LAST_YEAR = 9_999;

    /** The pattern with one letter for each digit. */
    private final String pattern;

    private FixedDigits(String pattern) {
        this.pattern = pattern;
    }

    /** The pattern with four or two digits of the year, two of each other unit, and maybe dividers; empty for any other one. */
    static Optional<FixedDigits> of(String pattern) {
        boolean dividers =
                pattern.chars().allMatch(letter -> UNITS.indexOf(letter) >= 0 || DIVIDERS.indexOf(letter) >= 0);
        boolean units = hasRun(pattern, 'y', 4) || hasRun(pattern, 'y', 2);
        for (char unit : UNITS.substring(1).toCharArray()) {
            boolean mayLack = "Hms".indexOf(unit) >= 0 && pattern.indexOf(unit) < 0;
            units = units && (mayLack || hasRun(pattern, unit, 2));
        }
        boolean hours = pattern.indexOf('H') >= 0 || pattern.indexOf('m') < 0;
        boolean minutes = pattern.indexOf('m') >= 0 || pattern.indexOf('s') < 0;
        return dividers && units && hours && minutes ? Optional.of(new FixedDigits(pattern)) : Optional.empty();
    }

    private static boolean hasRun(String pattern, char unit, int length) {
        int first = pattern.indexOf(unit);
        return first >= 0
                && pattern.lastIndexOf(unit) == first + length - 1
                && pattern.chars().filter(letter -> letter == unit).count() == length;
    }

    /** The pattern of ISO dates and times, without offset. */
    static FixedDigits iso() {
        return new FixedDigits("yyyy-MM-ddTHH:mm:ss");
    }

    /** How long its texts are. */
    int length() {
        return pattern.length();
    }

    /**
     * The time at the beginning of a text; empty when its digits and dividers are not those of the pattern.
     *
     * @throws DateTimeException when there is no such date or time
     */
    Optional<LocalDateTime> read(String text) {
        if (text.length() < pattern.length()) {
            return Optional.empty();
        }
        int[] values = new int[UNITS.length()];
        int years = 0;
        for (int i = 0; i < pattern.length(); i++) {
            int unit = UNITS.indexOf(pattern.charAt(i));
            int digit = text.charAt(i) - '0';
            if (unit < 0 ? text.charAt(i) != pattern.charAt(i) : digit < 0 || digit > 9) {
                return Optional.empty();
            }
            if (unit >= 0) {
                values[unit] = values[unit] * 10 + digit;
            }
            years += unit == 0 ? 1 : 0;
        }
        int year = years == 2 ? Patterns.year(values[0]) : values[0];
        return Optional.of(LocalDateTime.of(year, values[1], values[2], values[3], values[4], values[5]));
    }

    /** The text of a time, without what the pattern has no place for; empty for a year that needs more digits or a sign. */
    Optional<String> write(LocalDateTime time) {
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return Optional.empty();
        }
        int[] values = {
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond()
        };
        char[] text = pattern.toCharArray();
        for (int i = text.length - 1; i >= 0; i--) {
            int unit = UNITS.indexOf(text[i]);
            if (unit >= 0) {
                text[i] = (char) ('0' + values[unit] % 10);
                values[unit] /= 10;
            }
        }
        return Optional.of(new String(text));
    }
}
