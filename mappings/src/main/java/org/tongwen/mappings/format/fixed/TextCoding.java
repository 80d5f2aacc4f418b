package org.tongwen.mappings.format.fixed;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Text with padding. */
record TextCoding(Padding padding) implements FieldCoding {

    @Override
    public Checked<String> read(byte[] record, int from, int length) {
        Checked<String> read = padding.read(record, from, length);
        if (read.value().filter(TextCoding::hasControl).isPresent()) {
            return Checked.none(
                    Finding.error("fixed.Character", Place.NOWHERE, "holds a control character, such as a NUL"));
        }
        return new Checked<>(read.value().filter(text -> !text.isEmpty()), read.findings());
    }

    @Override
    public Checked<byte[]> write(String value, int length) {
        if (hasControl(value)) {
            return Checked.none(
                    Finding.error("fixed.Character", Place.NOWHERE, "holds a control character, such as a line end"));
        }
        return padding.write(value, length);
    }

    @Override
    public Checked<byte[]> blank(int length) {
        return new Checked<>(Optional.of(padding.fill(padding.character(), length)), List.of());
    }

    @Override
    public boolean isNumber() {
        return false;
    }

    @Override
    public int maxLength(int length) {
        return length;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
