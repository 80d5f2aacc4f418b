package org.tongwen.mappings.format.mt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;

/** What a component's notation cannot say about its values. Layouts name a check behind a number sign. */
enum Check {
    /** Six digits; years 80 to 99 are of the twentieth century, the others of the twenty-first. */
    DATE("a date of the calendar, year, month, day", Check::isShortDate),
    FULL_DATE("a date of the calendar, year, month, day", Check::isFullDate),
    /** A reason, not the code word that a UETR has in the same field. */
    REASON("a reason", text -> !text.equals("UETR")),
    /** A day of any year; 29 February is one. */
    DAY("a day of the calendar, month and day", text -> isDate(2000, text)),
    TIME("a time of the day, hours and minutes", text -> text.matches("([01][0-9]|2[0-3])[0-5][0-9]")),
    OFFSET("a difference from UTC, hours up to 14 and minutes", text -> text.matches("(0[0-9]|1[0-4])[0-5][0-9]")),
    REFERENCE(
            "without a slash at either end or two in a row",
            text -> !text.startsWith("/") && !text.endsWith("/") && !text.contains("//")),
    UETR(
            "a UUID of version 4 in small letters",
            text -> text.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));

    private static final int PIVOT = 80;

    private final String words;
    private final Predicate<String> test;

    Check(String words, Predicate<String> test) {
        this.words = words;
        this.test = test;
    }

    String words() {
        return words;
    }

    boolean passes(String value) {
        return test.test(value);
    }

    private static boolean isShortDate(String text) {
        return isDate(year(text), text.substring(2));
    }

    /** The day that six digits mean which pass {@link #DATE}. */
    static LocalDate date(String text) {
        return LocalDate.of(year(text), Integer.parseInt(text.substring(2, 4)), Integer.parseInt(text.substring(4)));
    }

    private static int year(String date) {
        int year = Integer.parseInt(date.substring(0, 2));
        return year < PIVOT ? 2000 + year : 1900 + year;
    }

    private static boolean isFullDate(String text) {
        return isDate(Integer.parseInt(text.substring(0, 4)), text.substring(4));
    }

    private static boolean isDate(int year, String monthAndDay) {
        try {
            LocalDate.of(
                    year, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
