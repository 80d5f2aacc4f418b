package org.tongwen.routes.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that a participant shows with each request: {@code twk_} and 32 random bytes in base64url. The mark lets scanners of sources find a
 * key that has gone astray.
 *
 * @param text the key; whoever knows it is the participant
 */
public record ApiKey(String text) {

    static final String MARK = "twk_";

    private static final int BYTES = 32;
    private static final int LENGTH = MARK.length() + 43;

    /** A new key. */
    public static ApiKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ApiKey(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What stands in the configuration: SHA-256 of the key, in hexadecimal digits. A key as random as this needs no salt. */
    public String hash() {
        return HexFormat.of().formatHex(hash(text));
    }

    /** Whether a text looks like one; anything else needs no further look. */
    static boolean isOne(String text) {
        if (text.length() != LENGTH || !text.startsWith(MARK)) {
            return false;
        }
        for (int i = MARK.length(); i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean known =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!known) {
                return false;
            }
        }
        return true;
    }

    static byte[] hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ApiKey[" + MARK + "…]";
    }
}
