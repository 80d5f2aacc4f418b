package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * A packed decimal (COBOL's COMP-3): two digits a byte, and the sign in the last half of the last byte. It cannot be blank.
 *
 * @param decimals where the point is
 */
record PackedCoding(Decimals decimals) implements FieldCoding {

    private static final int PLUS = 0xC;
    private static final int MINUS = 0xD;
    private static final int UNSIGNED = 0xF;

    @Override
    public Checked<String> read(byte[] record, int from, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            digits.append(Character.forDigit((record[i] >> 4) & 0xF, 16));
            digits.append(Character.forDigit(record[i] & 0xF, 16));
        }
        int sign = Character.digit(digits.charAt(digits.length() - 1), 16);
        digits.setLength(digits.length() - 1);
        boolean sound = sign > 9 && digits.chars().allMatch(c -> c <= '9');
        boolean negative = sign == MINUS || sign == 0xB;
        if (!sound || (negative && !decimals.signed())) {
            String message = sound ? "is negative, but its field has no sign" : "is no packed decimal";
            return Checked.none(Finding.error(sound ? "fixed.Sign" : "fixed.Packed", Place.NOWHERE, message)
                    .value(digits + Integer.toHexString(sign)));
        }
        return Checked.of(decimals.value(digits.toString(), negative), List.of());
    }

    @Override
    public Checked<byte[]> write(String value, int length) {
        return decimals.digits(value, 2 * length - 1).map(number -> {
            int sign = number.negative() ? MINUS : decimals.signed() ? PLUS : UNSIGNED;
            String halves = number.digits() + Integer.toHexString(sign);
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) Integer.parseInt(halves.substring(2 * i, 2 * i + 2), 16);
            }
            return bytes;
        });
    }

    @Override
    public Checked<byte[]> blank(int length) {
        return new Checked<>(Optional.empty(), List.of());
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    @Override
    public int maxLength(int length) {
        return 2 * length - 1 + (decimals.scale() > 0 ? 1 : 0) + (decimals.signed() ? 1 : 0);
    }
}
