package org.tongwen.conformance.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What is done to the bytes of a message before they are sent. */
public sealed interface Wire {

    /** Only so many bytes of the beginning are sent. */
    record Cut(int length) implements Wire {}

    /** Every occurrence of a text becomes another. */
    record Replace(String text, String by) implements Wire {}

    /** This is sent instead. */
    record Instead(byte[] bytes) implements Wire {
        /** Copies the bytes. */
        public Instead {
            bytes = bytes.clone();
        }

        /** A copy of the bytes. */
        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The bytes after all that is done to them, in order. */
    static byte[] apply(List<Wire> changes, byte[] bytes) {
        byte[] changed = bytes;
        for (Wire change : changes) {
            changed = change.apply(changed);
        }
        return changed;
    }

    private byte[] apply(byte[] to) {
        if (this instanceof Cut cut) {
            return Arrays.copyOf(to, Math.min(to.length, cut.length()));
        } else if (this instanceof Replace replace) {
            String text = new String(to, StandardCharsets.UTF_8);
            return text.replace(replace.text(), replace.by()).getBytes(StandardCharsets.UTF_8);
        }
        return this instanceof Instead instead ? instead.bytes() : to;
    }
}
