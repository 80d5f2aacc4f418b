package org.tongwen.mappings.format.fixed;

import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.format.layout.Section;
import org.tongwen.mappings.format.layout.TextCharset;

/**
 * Understands how a layout says that a value stands in its field.
 *
 * @param field the field's piece of the layout
 * @param charset the layout's charset
 */
record CodingReader(Section field, TextCharset charset) {

    FieldCoding coding(String type, int length) {
        return switch (type) {
            case "number" -> number(sign(), length);
            case "overpunch" -> number(NumberCoding.Sign.OVERPUNCH, length);
            case "packed" -> {
                digits(2 * length - 1);
                yield new PackedCoding(new Decimals(scale(), field.flag("signed", true)));
            }
            default -> text();
        };
    }

    private TextCoding text() {
        boolean right = field.oneOf("align", Map.of("left", false, "right", true), false);
        return new TextCoding(new Padding(charset, pad(' '), right));
    }

    private NumberCoding number(NumberCoding.Sign sign, int length) {
        digits(length);
        Decimals decimals = new Decimals(scale(), sign != NumberCoding.Sign.NONE);
        char pad = pad('0');
        if (pad != '0' && pad != ' ') {
            field.report("layout.Value", field.place("pad"), "a number is filled with 0 or with blanks");
        }
        return new NumberCoding(new Padding(charset, ' ', true), pad == '0', decimals, sign);
    }

    private NumberCoding.Sign sign() {
        return field.oneOf(
                "sign",
                Map.of(
                        "none", NumberCoding.Sign.NONE,
                        "leading", NumberCoding.Sign.LEADING,
                        "trailing", NumberCoding.Sign.TRAILING),
                NumberCoding.Sign.NONE);
    }

    private int scale() {
        return field.number("scale", 0, 18).orElse(0);
    }

    private void digits(int digits) {
        if (digits > Decimals.MOST_DIGITS) {
            field.report(
                    "layout.Value", field.place("length"), "a number has at most " + Decimals.MOST_DIGITS + " digits");
        }
    }

    /** What fills the rest of a field must be one byte, or the rest could not be filled exactly. */
    private char pad(char otherwise) {
        Optional<String> pad = field.text("pad");
        boolean fits = pad.isEmpty()
                || (pad.get().length() == 1
                        && charset.encode(pad.get())
                                .filter(bytes -> bytes.length == 1)
                                .isPresent());
        if (!fits) {
            field.report(
                    "layout.Value", field.place("pad"), "must be one character that is one byte in " + charset.name());
        }
        return fits && pad.isPresent() ? pad.get().charAt(0) : otherwise;
    }
}
