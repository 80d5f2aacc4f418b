package org.tongwen.xsd.definition;

import java.util.regex.Matcher;

/** The written forms of the XML Schema primitives: which texts they allow, and how blanks count. */
final class Lexical {

    private static final String OFFSET = "(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
    private static final String YEAR = "-?(?:[1-9]\\d{3,}|0\\d{3})";
    private static final java.util.regex.Pattern DATE =
            java.util.regex.Pattern.compile("(" + YEAR + ")-(\\d\\d)-(\\d\\d)" + OFFSET);
    private static final java.util.regex.Pattern DATE_TIME =
            java.util.regex.Pattern.compile("(" + YEAR + ")-(\\d\\d)-(\\d\\d)T(.*)", java.util.regex.Pattern.DOTALL);
    private static final java.util.regex.Pattern TIME = java.util.regex.Pattern.compile(
            "(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)" + OFFSET);
    private static final java.util.regex.Pattern YEAR_ALONE =
            java.util.regex.Pattern.compile("(" + YEAR + ")" + OFFSET);
    private static final java.util.regex.Pattern YEAR_MONTH =
            java.util.regex.Pattern.compile("(" + YEAR + ")-(0[1-9]|1[0-2])" + OFFSET);

    private Lexical() {}

    static boolean isValid(Primitive primitive, String value) {
        return switch (primitive) {
            case STRING, NORMALIZED_STRING, TOKEN, ANY_URI -> true;
            case DECIMAL -> isDecimal(value, true);
            case INTEGER -> isDecimal(value, false);
            case BOOLEAN -> value.equals("true") || value.equals("false") || value.equals("1") || value.equals("0");
            case DATE -> isDate(DATE.matcher(value));
            case DATE_TIME -> isDateTime(DATE_TIME.matcher(value));
            case TIME -> TIME.matcher(value).matches();
            case YEAR -> isYear(YEAR_ALONE.matcher(value));
            case YEAR_MONTH -> isYear(YEAR_MONTH.matcher(value));
            case BASE64 -> Base64Form.isValid(value);
            case HEX -> value.length() % 2 == 0 && value.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        };
    }

    /** Length as the length facets count it: code points of text, bytes of binary values. */
    static int length(Primitive primitive, String value) {
        return switch (primitive) {
            case BASE64 -> Base64Form.bytes(value);
            case HEX -> value.length() / 2;
            default -> value.codePointCount(0, value.length());
        };
    }

    /** The value with its blanks as the primitive's white space rule leaves them. */
    static String collapse(Primitive primitive, String value) {
        if (primitive == Primitive.STRING || !hasBlank(value)) {
            return value;
        }
        String replaced = value.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        return primitive == Primitive.NORMALIZED_STRING
                ? replaced
                : String.join(" ", Blanks.strip(replaced).split(" +"));
    }

    private static boolean hasBlank(String value) {
        return value.chars().anyMatch(c -> c <= ' ');
    }

    private static boolean isDecimal(String value, boolean point) {
        int start = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
        int digits = 0;
        int points = 0;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= (point ? 1 : 0);
    }

    private static boolean isDate(Matcher matcher) {
        return matcher.matches() && isDay(matcher);
    }

    private static boolean isDateTime(Matcher matcher) {
        return matcher.matches()
                && isDay(matcher)
                && TIME.matcher(matcher.group(4)).matches();
    }

    private static boolean isYear(Matcher matcher) {
        return matcher.matches() && !isYearZero(matcher.group(1));
    }

    private static boolean isDay(Matcher matcher) {
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        return !isYearZero(matcher.group(1))
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= daysOf(month, matcher.group(1));
    }

    private static boolean isYearZero(String year) {
        return year.equals("0000") || year.equals("-0000");
    }

    private static int daysOf(int month, String year) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> isLeap(year) ? 29 : 28;
            default -> 31;
        };
    }

    /** Only the last four digits decide, so that a year of any length is handled. */
    private static boolean isLeap(String year) {
        int tail = Integer.parseInt(year.substring(year.length() - 4));
        return tail % 400 == 0 || (tail % 4 == 0 && tail % 100 != 0);
    }
}
