package org.tongwen.mappings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gathers the SHA-256 of several files. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void update(byte[] bytes) {
        digest.update(bytes);
    }

    /** In hexadecimal digits; afterwards it begins anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
