package org.tongwen.conformance.participant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys that messages are signed with: elliptic curve, P-256, in PEM files. */
public final class SigningKeys {

    private static final String CURVE = "secp256r1";

    private SigningKeys() {}

    /** A new pair of keys. */
    public static KeyPair create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /**
     * Reads a public key (SubjectPublicKeyInfo).
     *
     * @throws IllegalArgumentException when the file holds none
     * @throws UncheckedIOException when it cannot be read
     */
    public static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(content(file, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds no public key on an elliptic curve", e);
        }
    }

    /**
     * Reads a private key (PKCS#8).
     *
     * @throws IllegalArgumentException when the file holds none
     * @throws UncheckedIOException when it cannot be read
     */
    public static PrivateKey privateKey(Path file) {
        try {
            return privateKey(file, "EC");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " holds no private key on an elliptic curve", e);
        }
    }

    /** A private key (PKCS#8) of whatever algorithm. */
    static PrivateKey privateKey(Path file, String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content(file, "PRIVATE KEY")));
    }

    /** A public key as PEM. */
    public static String pem(PublicKey key) {
        return pem(key, "PUBLIC KEY");
    }

    /** A private key as PEM. Whoever writes it to a file lets nobody else read that. */
    public static String pem(PrivateKey key) {
        return pem(key, "PRIVATE KEY");
    }

    private static String pem(Key key, String kind) {
        String content = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + content + "\n-----END " + kind + "-----\n";
    }

    private static byte[] content(Path file, String kind) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            String begin = "-----BEGIN " + kind + "-----";
            int start = text.indexOf(begin);
            int end = text.indexOf("-----END " + kind + "-----");
            if (start < 0 || end < start) {
                throw new IllegalArgumentException(file + " holds no " + begin);
            }
            return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " cannot be read", e);
        }
    }
}
