package org.tongwen.mappings.format.fixed;

import org.tongwen.xsd.finding.Checked;

/** How a value stands in the bytes of its field. Findings have no place yet; whoever knows it sets it. */
sealed interface FieldCoding permits TextCoding, NumberCoding, PackedCoding {

    /** The value in some bytes of a record; neither value nor finding when the field is blank. */
    Checked<String> read(byte[] record, int from, int length);

    /** Exactly so many bytes for a value, or the finding that stands against it. */
    Checked<byte[]> write(String value, int length);

    /** The bytes of a field without value; neither bytes nor finding when this coding has no way to say so. */
    Checked<byte[]> blank(int length);

    /** Whether its values are numbers. */
    boolean isNumber();

    /** The most characters that a value may have in so many bytes. */
    int maxLength(int length);
}
