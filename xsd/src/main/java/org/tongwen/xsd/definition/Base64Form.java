package org.tongwen.xsd.definition;

/** The written form of {@code base64Binary}, for values whose blanks are collapsed: a blank may stand between any two characters. */
final class Base64Form {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int[] VALUES = values();

    private Base64Form() {}

    /** Whether there are whole groups of four, and the last digit before padding has no bits that stand for nothing. */
    static boolean isValid(String value) {
        int digits = 0;
        int padding = 0;
        int last = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '=') {
                padding++;
            } else if (c != ' ') {
                last = digit(c);
                if (last < 0 || padding > 0) {
                    return false;
                }
                digits++;
            }
        }
        return (digits + padding) % 4 == 0 && endsWell(padding, last);
    }

    /** Number of bytes of a valid value. */
    static int bytes(String value) {
        long digits = value.chars().filter(c -> c != ' ' && c != '=').count();
        return (int) (digits * 3 / 4);
    }

    private static boolean endsWell(int padding, int last) {
        return switch (padding) {
            case 0 -> true;
            case 1 -> last % 4 == 0;
            case 2 -> last % 16 == 0;
            default -> false;
        };
    }

    private static int digit(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static int[] values() {
        int[] values = new int[128];
        for (int c = 0; c < values.length; c++) {
            values[c] = DIGITS.indexOf(c);
        }
        return values;
    }
}
