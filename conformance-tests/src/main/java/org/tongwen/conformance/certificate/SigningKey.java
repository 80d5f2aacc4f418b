package org.tongwen.conformance.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** The private half of a key of an issuer, with its public half. It never prints itself. */
public final class SigningKey {

    private final EdECPrivateKey key;
    private final VerificationKey verificationKey;

    private SigningKey(EdECPrivateKey key, VerificationKey verificationKey) {
        this.key = key;
        this.verificationKey = verificationKey;
    }

    /** A new key. */
    public static SigningKey create() {
        return of(pair(new SecureRandom()));
    }

    /**
     * Reads a file such as {@code openssl genpkey -algorithm ed25519} writes.
     *
     * @throws KeyException when it holds anything but an Ed25519 private key without pass phrase
     */
    public static SigningKey read(byte[] pem) {
        byte[] encoded = Pem.read(Pem.PRIVATE, pem);
        try {
            Object key = KeyFactory.getInstance("EdDSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof EdECPrivateKey edwards && VerificationKey.isEd25519(edwards.getParams())) {
                return withPublicHalf(edwards);
            }
            throw new KeyException("the key is not an Ed25519 key");
        } catch (GeneralSecurityException e) {
            throw new KeyException("the key is not an Ed25519 key", e);
        }
    }

    /** Whether a file says that it holds a private key. */
    public static boolean isPrivate(byte[] pem) {
        return Pem.isPrivate(pem);
    }

    /** The key as a file, for its owner's eyes only. */
    public byte[] pem() {
        return Pem.write(Pem.PRIVATE, key.getEncoded());
    }

    /** The public half. */
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(bytes);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read must sign", e);
        }
    }

    /** A file holds the private half alone, and Java has no call that computes the public half. */
    private static SigningKey withPublicHalf(EdECPrivateKey key) {
        byte[] seed = key.getBytes().orElseThrow(() -> new KeyException("the key cannot be read"));
        SigningKey whole = new SigningKey(key, of(pair(new Seed(seed))).verificationKey);
        byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
        if (!whole.verificationKey.verifies(probe, whole.sign(probe))) {
            throw new KeyException("the public half of the key cannot be computed by this Java");
        }
        return whole;
    }

    private static SigningKey of(KeyPair pair) {
        return new SigningKey(
                (EdECPrivateKey) pair.getPrivate(), new VerificationKey((EdECPublicKey) pair.getPublic()));
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** Gives a generator of keys the bytes that a private key is made of, so that it makes the same key again. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new KeyException("the public half of the key cannot be computed by this Java");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }

    /** The id of the public half. */
    @Override
    public String toString() {
        return verificationKey.id();
    }
}
