package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A number as digits. A field full of blanks has no value.
 *
 * @param blanks how blanks stand in front of the digits
 * @param zeros whether zeros fill the field rather than blanks
 * @param decimals where the point is
 * @param sign how a sign is written
 */
record NumberCoding(Padding blanks, boolean zeros, Decimals decimals, Sign sign) implements FieldCoding {

    /** Where the sign stands. */
    enum Sign {
        /** There is none. */
        NONE,
        /** A {@code +} or {@code -} in the first byte. */
        LEADING,
        /** A {@code +} or {@code -} in the last byte. */
        TRAILING,
        /** In the last digit, which is another character for each sign. */
        OVERPUNCH
    }

    private static final String POSITIVE = "{ABCDEFGHI";
    private static final String NEGATIVE = "}JKLMNOPQR";

    @Override
    public Checked<String> read(byte[] record, int from, int length) {
        Checked<String> field = blanks.read(record, from, length);
        if (field.value().isEmpty() || field.value().get().isEmpty()) {
            return new Checked<>(Optional.empty(), field.findings());
        }
        String text = field.value().get();
        String digits = digits(text);
        boolean fits = !digits.isEmpty() && digits.length() <= digits(length);
        if (!fits || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Checked.none(Finding.error("fixed.NotANumber", Place.NOWHERE, "is no number as its field has it")
                    .value(text));
        }
        return Checked.of(decimals.value(digits, isNegative(text)), List.of());
    }

    private String digits(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        return switch (sign) {
            case NONE -> text;
            case LEADING -> first == '-' || first == '+' ? text.substring(1) : text;
            case TRAILING -> last == '-' || last == '+' ? text.substring(0, text.length() - 1) : text;
            case OVERPUNCH -> {
                int digit = Math.max(POSITIVE.indexOf(last), NEGATIVE.indexOf(last));
                yield digit < 0 ? text : text.substring(0, text.length() - 1) + digit;
            }
        };
    }

    private boolean isNegative(String text) {
        char last = text.charAt(text.length() - 1);
        return switch (sign) {
            case NONE -> false;
            case LEADING -> text.charAt(0) == '-';
            case TRAILING -> last == '-';
            case OVERPUNCH -> NEGATIVE.indexOf(last) >= 0;
        };
    }

    @Override
    public Checked<byte[]> write(String value, int length) {
        Checked<Decimals.Digits> digits = decimals.digits(value, digits(length));
        if (digits.value().isEmpty()) {
            return Checked.none(digits.findings());
        }
        return blanks.write(signed(digits.value().get()), length);
    }

    private int digits(int length) {
        return sign == Sign.LEADING || sign == Sign.TRAILING ? length - 1 : length;
    }

    /** The sign has a byte of its own even when it is plus: then a digit never stands where a sign may. */
    private String signed(Decimals.Digits number) {
        String all = number.digits();
        String digits = zeros ? all : all.replaceFirst("^0+(?=.)", "");
        int last = digits.charAt(digits.length() - 1) - '0';
        return switch (sign) {
            case NONE -> digits;
            case LEADING -> (number.negative() ? "-" : "+") + digits;
            case TRAILING -> digits + (number.negative() ? "-" : "+");
            case OVERPUNCH ->
                digits.substring(0, digits.length() - 1) + (number.negative() ? NEGATIVE : POSITIVE).charAt(last);
        };
    }

    @Override
    public Checked<byte[]> blank(int length) {
        return new Checked<>(Optional.of(blanks.fill(' ', length)), List.of());
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    @Override
    public int maxLength(int length) {
        return digits(length) + (decimals.scale() > 0 ? 1 : 0) + (decimals.signed() ? 1 : 0);
    }
}
