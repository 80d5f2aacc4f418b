package org.tongwen.routes.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Values written one after another so that no two rows of them look alike: what is hashed, and what is kept as one value. Used by one thread. */
final class Form {

    private byte[] bytes = new byte[256];
    private int size;

    Form number(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    Form small(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    Form id(UUID value) {
        return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
    }

    /** As many bytes as the reader expects. */
    Form fixed(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Bytes behind their number. */
    Form bytes(byte[] value) {
        return number(value.length).fixed(value);
    }

    Form text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    byte[] digest() {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, size);
        return digest.digest();
    }

    /** SHA-256 of parts with their lengths. */
    static byte[] digest(List<byte[]> parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(new Form().number(part.length).bytes());
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
