package org.tongwen.xsd.definition;

/**
 * The written forms of dates and times. Each method reads one part of the text, from a place on, and gives the place behind it, or
 * {@link #WRONG}.
 */
final class CalendarForm {

    private static final int WRONG = -1;
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private CalendarForm() {}

    static boolean isDate(String value) {
        return isEnd(value, date(value));
    }

    static boolean isDateTime(String value) {
        int time = literal(value, date(value), 'T');
        return time != WRONG && isTime(value, time);
    }

    static boolean isTime(String value) {
        return isTime(value, 0);
    }

    static boolean isYear(String value) {
        return isEnd(value, year(value));
    }

    static boolean isYearMonth(String value) {
        return isEnd(value, month(value));
    }

    private static boolean isTime(String value, int start) {
        int hour = number(value, start);
        int minute = number(value, literal(value, start + 2, ':'));
        int second = number(value, literal(value, start + 5, ':'));
        boolean exists = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        return (exists || midnight) && isEnd(value, fraction(value, start + 8, midnight));
    }

    /** Any number of decimals, zeros only after 24:00:00. */
    private static int fraction(String value, int start, boolean midnight) {
        if (start >= value.length() || value.charAt(start) != '.') {
            return start;
        }
        int end = start + 1;
        while (end < value.length() && (midnight ? value.charAt(end) == '0' : isDigit(value.charAt(end)))) {
            end++;
        }
        return end > start + 1 ? end : WRONG;
    }

    private static int date(String value) {
        int end = month(value);
        int day = number(value, literal(value, end, '-'));
        if (day < 1) {
            return WRONG;
        }
        int month = number(value, end - 2);
        boolean exists = day <= DAYS[month - 1] && (month != 2 || day < 29 || isLeap(value, end - 3));
        return exists ? end + 3 : WRONG;
    }

    private static int month(String value) {
        int start = literal(value, year(value), '-');
        int month = number(value, start);
        return month >= 1 && month <= 12 ? start + 2 : WRONG;
    }

    /** Four digits, or more without a leading zero; there is no year 0. */
    private static int year(String value) {
        int start = value.startsWith("-") ? 1 : 0;
        int end = start;
        boolean zero = true;
        while (end < value.length() && isDigit(value.charAt(end))) {
            zero &= value.charAt(end) == '0';
            end++;
        }
        int digits = end - start;
        return zero || digits < 4 || (digits > 4 && value.charAt(start) == '0') ? WRONG : end;
    }

    /** Only the last four digits decide, so that a year of any length is handled; it ends before the given hyphen. */
    private static boolean isLeap(String value, int hyphen) {
        int tail = 100 * number(value, hyphen - 4) + number(value, hyphen - 2);
        return tail % 400 == 0 || (tail % 4 == 0 && tail % 100 != 0);
    }

    /** Whether nothing but an offset follows, {@code Z} or at most 14 hours. */
    private static boolean isEnd(String value, int start) {
        int left = value.length() - start;
        if (start == WRONG || left == 0) {
            return start != WRONG;
        }
        char sign = value.charAt(start);
        if (sign == 'Z') {
            return left == 1;
        }
        int hour = number(value, start + 1);
        int minute = number(value, literal(value, start + 3, ':'));
        return (sign == '+' || sign == '-')
                && left == 6
                && hour >= 0
                && minute >= 0
                && minute <= 59
                && 60 * hour + minute <= 14 * 60;
    }

    private static int literal(String value, int at, char wanted) {
        return at >= 0 && at < value.length() && value.charAt(at) == wanted ? at + 1 : WRONG;
    }

    /** The number that two digits make. */
    private static int number(String value, int at) {
        if (at < 0 || at + 2 > value.length()) {
            return WRONG;
        }
        char tens = value.charAt(at);
        char ones = value.charAt(at + 1);
        return isDigit(tens) && isDigit(ones) ? 10 * (tens - '0') + ones - '0' : WRONG;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
