package org.tongwen.conformance.evidence;

import java.util.Arrays;

/**
 * A body, or the beginning of a long one.
 *
 * @param kept its bytes; of a body over {@link #MOST_KEPT}, the first {@link #KEPT_OF_LONG}
 * @param length how many bytes came
 * @param digest SHA-256 of all the bytes that came, in hexadecimal
 */
public record Body(byte[] kept, long length, String digest) {

    /** Longer bodies are not kept whole. */
    public static final int MOST_KEPT = 1 << 20;

    /** What is kept of them. */
    public static final int KEPT_OF_LONG = 64 << 10;

    /** No body. */
    public static final Body NONE = of(new byte[0]);

    /** Copies the bytes. */
    public Body {
        kept = kept.clone();
    }

    /** A body that is there as a whole. */
    public static Body of(byte[] bytes) {
        byte[] kept = bytes.length > MOST_KEPT ? Arrays.copyOf(bytes, KEPT_OF_LONG) : bytes;
        return new Body(kept, bytes.length, Digest.of(bytes));
    }

    /** A copy of the bytes. */
    @Override
    public byte[] kept() {
        return kept.clone();
    }

    /** Whether the whole body is there. */
    public boolean isWhole() {
        return kept.length == length;
    }
}
