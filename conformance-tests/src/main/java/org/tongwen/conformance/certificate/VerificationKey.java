package org.tongwen.conformance.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.tongwen.conformance.evidence.Digest;
import org.tongwen.conformance.json.CanonicalJson;
import org.tongwen.conformance.json.Json;

/** The public half of a key of an issuer, by which anybody checks what the issuer signed. */
public final class VerificationKey {

    private static final int LENGTH = 32;

    private final EdECPublicKey key;

    VerificationKey(EdECPublicKey key) {
        this.key = key;
    }

    /**
     * Reads a file such as {@code openssl pkey -pubout} writes.
     *
     * @throws KeyException when it holds anything but an Ed25519 public key
     */
    public static VerificationKey read(byte[] pem) {
        byte[] encoded = Pem.read(Pem.PUBLIC, pem);
        try {
            Object key = KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(encoded));
            if (key instanceof EdECPublicKey edwards && isEd25519(edwards.getParams())) {
                return new VerificationKey(edwards);
            }
            throw new KeyException("the key is not an Ed25519 key");
        } catch (GeneralSecurityException e) {
            throw new KeyException("the key is not an Ed25519 key", e);
        }
    }

    static boolean isEd25519(NamedParameterSpec curve) {
        return curve.getName().equalsIgnoreCase("Ed25519");
    }

    /** The key as a file. */
    public byte[] pem() {
        return Pem.write(Pem.PUBLIC, key.getEncoded());
    }

    /** What certificates call it: the thumbprint of RFC 7638, which can be computed from the key alone. */
    public String id() {
        Json.Fields jwk = Json.fields()
                .with("crv", "Ed25519")
                .with("kty", "OKP")
                .with("x", Base64.getUrlEncoder().withoutPadding().encodeToString(point()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digest.fresh().digest(CanonicalJson.of(jwk)));
    }

    /** Whether the signature is of these bytes and of this key's private half. */
    boolean verifies(byte[] bytes, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(bytes);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            // So the JDK answers signatures of another length or with a number out of range.
            return false;
        }
    }

    /** The 32 bytes of RFC 8032, section 5.1.2: y from the low end, the lowest bit of x on top. */
    private byte[] point() {
        BigInteger y = key.getPoint().getY();
        byte[] big = y.toByteArray();
        byte[] point = new byte[LENGTH];
        for (int i = 0; i < Math.min(big.length, LENGTH); i++) {
            point[i] = big[big.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            point[LENGTH - 1] |= (byte) 0x80;
        }
        return point;
    }

    /** Whether it is the same key. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && Arrays.equals(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    /** Its id. */
    @Override
    public String toString() {
        return id();
    }
}
