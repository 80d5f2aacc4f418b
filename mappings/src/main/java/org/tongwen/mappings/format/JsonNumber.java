package org.tongwen.mappings.format;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as JSON writes them, kept exact. */
final class JsonNumber {

    /** Characters that a number may have, and digits that it may have when its exponent is written out. */
    static final int MAX_LENGTH = 1_000;

    private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");
    private static final Pattern EXPONENT = Pattern.compile("[eE][-+]?0*+([0-9]*+)$");

    private JsonNumber() {}

    /** Whether the text is a number by the grammar of RFC 8259. */
    static boolean isNumber(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    /** Whether the number is too long, as it stands or with its exponent written out. */
    static boolean isTooLong(String number) {
        boolean hasExponent = number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
        return number.length() > MAX_LENGTH || hasExponent && exponent(number) > MAX_LENGTH;
    }

    /** The value; empty for a number that is too long to reckon with. */
    static Optional<BigDecimal> exact(String number) {
        return isTooLong(number) ? Optional.empty() : Optional.of(new BigDecimal(number));
    }

    /** Whether no digit but 0 stands behind the decimal point, however the number is written; empty for one that is too long. */
    static Optional<Boolean> isWhole(String number) {
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            if (character == '.' || character == 'e' || character == 'E') {
                return exact(number).map(value -> value.stripTrailingZeros().scale() <= 0);
            }
        }
        return Optional.of(true);
    }

    private static int exponent(String number) {
        var exponent = EXPONENT.matcher(number);
        String digits = exponent.find() ? exponent.group(1) : "";
        return digits.length() > 4 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
