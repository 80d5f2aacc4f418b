package org.tongwen.xsd.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in UTF-8 that grows at its end. It is encoded as it comes: nearly all of a message is ASCII, and a single name in another script
 * would make a {@link StringBuilder} widen all of it first, and narrow it again at the end. Half of a surrogate pair becomes a question
 * mark, as everywhere in Java.
 */
public final class Utf8Text {

    private byte[] bytes;
    private int length;

    /**
     * No text yet.
     *
     * @param capacity bytes that it can take before it must grow
     */
    public Utf8Text(int capacity) {
        bytes = new byte[capacity];
    }

    /** Adds an ASCII character. */
    public Utf8Text add(char ascii) {
        reserve(1);
        bytes[length] = (byte) ascii;
        length++;
        return this;
    }

    /** Adds text that is encoded already. */
    public Utf8Text add(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    /** Adds a text. */
    public Utf8Text add(String text) {
        return add(text, 0, text.length());
    }

    /** Adds the characters of a text from one index to before another. */
    public Utf8Text add(String text, int from, int to) {
        reserve(to - from);
        byte[] target = bytes;
        int at = length;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                length = at;
                return add(text.substring(i, to).getBytes(StandardCharsets.UTF_8));
            }
            target[at] = (byte) character;
            at++;
        }
        length = at;
        return this;
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The bytes up to an offset, which are then forgotten. */
    public byte[] take(int end) {
        byte[] taken = Arrays.copyOf(bytes, end);
        System.arraycopy(bytes, end, bytes, 0, length - end);
        length -= end;
        return taken;
    }

    /** A copy of all bytes. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
