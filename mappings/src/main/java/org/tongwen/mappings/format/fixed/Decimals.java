package org.tongwen.mappings.format.fixed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Numbers whose point is not written.
 *
 * @param scale how many of the digits stand behind the point
 * @param signed whether there may be a minus
 */
record Decimals(int scale, boolean signed) {

    /** Digits of the longest number. */
    static final int MOST_DIGITS = 40;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");

    /** Digits without a point, and their sign. */
    record Digits(String digits, boolean negative) {}

    /** The value that digits stand for: without zeros in front, with all decimals. */
    String value(String digits, boolean negative) {
        BigInteger whole = new BigInteger(digits);
        return new BigDecimal(negative ? whole.negate() : whole, scale).toPlainString();
    }

    /** Exactly so many digits for a value; nothing is rounded or cut. */
    Checked<Digits> digits(String value, int count) {
        if (!NUMBER.matcher(value).matches()) {
            return none("fixed.NotANumber", "must be a number, such as " + (scale == 0 ? "1280" : "1280.50"));
        }
        BigDecimal number = new BigDecimal(value);
        if (number.signum() < 0 && !signed) {
            return none("fixed.Sign", "is negative, but its field has no sign");
        }
        if (number.stripTrailingZeros().scale() > scale) {
            return none("fixed.Decimals", "has more decimals than the " + scale + " of its field");
        }
        String digits = number.abs().setScale(scale).unscaledValue().toString();
        if (digits.length() > count) {
            return none(
                    "fixed.TooLong", "needs " + digits.length() + " digits, more than the " + count + " of its field");
        }
        return Checked.of(new Digits("0".repeat(count - digits.length()) + digits, number.signum() < 0), List.of());
    }

    private static Checked<Digits> none(String id, String message) {
        return Checked.none(Finding.error(id, Place.NOWHERE, message));
    }
}
