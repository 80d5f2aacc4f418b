package org.tongwen.routes.access;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The signature algorithms of JWS that are taken. Each goes with one kind of key only. */
enum JwsAlgorithm {
    ES256("ES256", "SHA256withECDSAinP1363Format"),
    RS256("RS256", "SHA256withRSA"),
    PS256("PS256", "RSASSA-PSS"),
    ED_DSA("EdDSA", "Ed25519");

    private static final int LEAST_RSA_BITS = 2_048;
    private static final int P_256_BITS = 256;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final String word;
    private final String java;

    JwsAlgorithm(String word, String java) {
        this.word = word;
        this.java = java;
    }

    String word() {
        return word;
    }

    static Optional<JwsAlgorithm> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The algorithm with which the hub signs by that key. */
    static Optional<JwsAlgorithm> of(PrivateKey key) {
        return Arrays.stream(values()).filter(each -> each.fits(key)).findFirst();
    }

    boolean fits(Key key) {
        return switch (this) {
            case ES256 ->
                key instanceof ECKey curve && curve.getParams().getOrder().bitLength() == P_256_BITS;
            case RS256, PS256 -> key instanceof RSAKey && isLongEnough(key);
            case ED_DSA -> key instanceof EdECKey;
        };
    }

    /** Whether it has the bits without which no signature by its kind of key is taken, in whatever form. */
    static boolean isLongEnough(Key key) {
        return !(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
    }

    boolean verifies(byte[] input, byte[] signature, PublicKey key) {
        try {
            Signature check = instance();
            check.initVerify(key);
            check.update(input);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    byte[] sign(byte[] input, PrivateKey key) throws GeneralSecurityException {
        Signature signature = instance();
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    private Signature instance() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(java);
        if (this == PS256) {
            signature.setParameter(PSS);
        }
        return signature;
    }
}
