package org.tongwen.mappings.format.mt;

import java.time.LocalDate;

/** What a component's notation cannot say about its values. Layouts name a check behind a number sign. */
enum Check {
    /** Six digits; years 80 to 99 are of the twentieth century, the others of the twenty-first. */
    DATE("a date of the calendar, year, month, day", Check::isShortDate),
    FULL_DATE(
            "a date of the calendar, year, month, day",
            (text, at, end) -> isDay(number(text, at, at + 4), text, at + 4)),
    /** A reason, not the code word that a UETR has in the same field. */
    REASON("a reason", (text, at, end) -> !text.startsWith("UETR", at)),
    /** A day of any year; 29 February is one. */
    DAY("a day of the calendar, month and day", (text, at, end) -> isDay(2000, text, at)),
    TIME(
            "a time of the day, hours and minutes",
            (text, at, end) -> number(text, at, at + 2) < 24 && number(text, at + 2, at + 4) < 60),
    OFFSET(
            "a difference from UTC, hours up to 14 and minutes",
            (text, at, end) -> number(text, at, at + 2) < 15 && number(text, at + 2, at + 4) < 60),
    REFERENCE("without a slash at either end or two in a row", Check::isReference),
    UETR("a UUID of version 4 in small letters", Check::isUetr);

    private static final int PIVOT = 80;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final String UETR_FORM = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx";

    /** Judges the characters of a text from one offset to before another. */
    private interface Test {
        boolean passes(String text, int at, int end);
    }

    private final String words;
    private final Test test;

    Check(String words, Test test) {
        this.words = words;
        this.test = test;
    }

    String words() {
        return words;
    }

    /** Whether a value passes that has the right notation and stands from one offset to before another. */
    boolean passes(String text, int at, int end) {
        return test.passes(text, at, end);
    }

    /** The day that six digits mean which pass {@link #DATE}. */
    static LocalDate date(String text) {
        return LocalDate.of(year(text, 0), number(text, 2, 4), number(text, 4, 6));
    }

    private static int year(String text, int at) {
        int year = number(text, at, at + 2);
        return year < PIVOT ? 2000 + year : 1900 + year;
    }

    private static int number(String text, int at, int end) {
        int number = 0;
        for (int i = at; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isShortDate(String text, int at, int end) {
        return isDay(year(text, at), text, at + 2);
    }

    private static boolean isDay(int year, String text, int at) {
        int month = number(text, at, at + 2);
        int day = number(text, at + 2, at + 4);
        if (month < 1 || month > DAYS.length || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= DAYS[month - 1] + (leap && month == 2 ? 1 : 0);
    }

    private static boolean isReference(String text, int at, int end) {
        boolean slashBefore = true;
        for (int i = at; i < end; i++) {
            boolean slash = text.charAt(i) == '/';
            if (slash && (slashBefore || i == end - 1)) {
                return false;
            }
            slashBefore = slash;
        }
        return true;
    }

    private static boolean isUetr(String text, int at, int end) {
        if (end - at != UETR_FORM.length()) {
            return false;
        }
        for (int i = 0; i < UETR_FORM.length(); i++) {
            if (!isUetr(UETR_FORM.charAt(i), text.charAt(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUetr(char form, char actual) {
        return switch (form) {
            case 'x' -> actual >= '0' && actual <= '9' || actual >= 'a' && actual <= 'f';
            case 'v' -> actual == '8' || actual == '9' || actual == 'a' || actual == 'b';
            default -> actual == form;
        };
    }
}
