package org.tongwen.xsd.definition;

/** The written forms of the XML Schema primitives: which texts they allow, and how blanks count. */
final class Lexical {

    private Lexical() {}

    static boolean isValid(Primitive primitive, String value) {
        return switch (primitive) {
            case STRING, NORMALIZED_STRING, TOKEN, ANY_URI -> true;
            case DECIMAL -> isDecimal(value, true);
            case INTEGER -> isDecimal(value, false);
            case BOOLEAN -> value.equals("true") || value.equals("false") || value.equals("1") || value.equals("0");
            case DATE -> CalendarForm.isDate(value);
            case DATE_TIME -> CalendarForm.isDateTime(value);
            case TIME -> CalendarForm.isTime(value);
            case YEAR -> CalendarForm.isYear(value);
            case YEAR_MONTH -> CalendarForm.isYearMonth(value);
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
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
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
}
