package org.tongwen.xsd.definition;

import java.util.Optional;

/**
 * A decimal number as XML Schema writes it, without exponent, taken apart but never computed with: the time that takes grows with the
 * number of digits only.
 *
 * @param negative whether it is less than zero
 * @param whole digits before the point, without leading zeros
 * @param fraction digits behind the point, without trailing zeros
 */
public record DecimalText(boolean negative, String whole, String fraction) {

    /** Takes a text apart, blanks around it left out; empty when it is no decimal number of XML Schema. */
    public static Optional<DecimalText> of(String text) {
        String value = Blanks.strip(text);
        return Lexical.isValid(Primitive.DECIMAL, value) ? Optional.of(ofValid(value)) : Optional.empty();
    }

    static DecimalText ofValid(String value) {
        int point = value.indexOf('.');
        String whole = whole(value, point < 0 ? value.length() : point);
        String fraction = point < 0 ? "" : fraction(value, point + 1);
        boolean zero = whole.isEmpty() && fraction.isEmpty();
        return new DecimalText(value.startsWith("-") && !zero, whole, fraction);
    }

    /** Number of digits behind the point, without trailing zeros. */
    public int decimals() {
        return fraction.length();
    }

    /** Number of digits, as {@code totalDigits} counts them. */
    public int digits() {
        return Math.max(1, whole.length() + fraction.length());
    }

    /** Negative, zero or positive, as this number is less than, equal to or greater than the other. */
    int compare(DecimalText other) {
        if (negative != other.negative) {
            return negative ? -1 : 1;
        }
        return negative ? other.compareMagnitude(this) : compareMagnitude(other);
    }

    private int compareMagnitude(DecimalText other) {
        int order = Integer.compare(whole.length(), other.whole.length());
        order = order != 0 ? order : whole.compareTo(other.whole);
        return order != 0 ? order : fraction.compareTo(other.fraction);
    }

    private static String whole(String value, int end) {
        int start = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
        while (start < end && value.charAt(start) == '0') {
            start++;
        }
        return value.substring(start, end);
    }

    private static String fraction(String value, int start) {
        int end = value.length();
        while (end > start && value.charAt(end - 1) == '0') {
            end--;
        }
        return value.substring(start, end);
    }
}
