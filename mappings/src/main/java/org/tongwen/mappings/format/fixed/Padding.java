package org.tongwen.mappings.format.fixed;

import java.util.Arrays;
import java.util.List;
import org.tongwen.mappings.format.layout.TextCharset;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * How a text fills its field.
 *
 * @param charset how its characters are written
 * @param character what stands in the rest of the field: one byte in the charset
 * @param right whether the text stands at the right end
 */
record Padding(TextCharset charset, char character, boolean right) {

    /** The text without padding; empty text for a field full of it. */
    Checked<String> read(byte[] record, int from, int length) {
        return charset.decode(record, from, length)
                .map(text -> Checked.of(strip(text), List.of()))
                .orElseGet(() -> Checked.none(
                        Finding.error("fixed.Encoding", Place.NOWHERE, "holds bytes that are not " + charset.name())
                                .hint("the field may begin or end within a character")));
    }

    private String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (right && begin < end && text.charAt(begin) == character) {
            begin++;
        }
        while (!right && end > begin && text.charAt(end - 1) == character) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** The text with its padding; it is never cut. */
    Checked<byte[]> write(String text, int length) {
        byte[] bytes = charset.encode(text).orElse(null);
        if (bytes == null) {
            return Checked.none(Finding.error(
                    "fixed.Unmappable", Place.NOWHERE, "has characters that " + charset.name() + " does not have"));
        }
        if (bytes.length > length) {
            return Checked.none(Finding.error(
                    "fixed.TooLong",
                    Place.NOWHERE,
                    "needs " + bytes.length + " bytes in " + charset.name() + ", more than the " + length
                            + " of its field"));
        }
        byte[] field = fill(character, length);
        System.arraycopy(bytes, 0, field, right ? length - bytes.length : 0, bytes.length);
        return Checked.of(field, strip(text).equals(text) ? List.of() : List.of(ends()));
    }

    private static Finding ends() {
        return Finding.warning(
                "fixed.Padding",
                Place.NOWHERE,
                "begins or ends like the padding of its field, so it will be read without that part");
    }

    /** A field of one character only. */
    byte[] fill(char filler, int length) {
        byte[] field = new byte[length];
        Arrays.fill(field, charset.encode(String.valueOf(filler)).orElseThrow()[0]);
        return field;
    }
}
