package org.tongwen.conformance.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal. */
public final class Digest {

    private Digest() {}

    /** Of bytes. */
    public static String of(byte[] bytes) {
        return hex(fresh().digest(bytes));
    }

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** For bytes that come piece by piece. */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As results write it. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
