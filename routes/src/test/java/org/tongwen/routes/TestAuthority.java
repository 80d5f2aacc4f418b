package org.tongwen.routes;

import static org.tongwen.routes.Der.bytes;
import static org.tongwen.routes.Der.integer;
import static org.tongwen.routes.Der.sequence;
import static org.tongwen.routes.Der.tag;
import static org.tongwen.routes.Der.time;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.security.auth.x500.X500Principal;

/** Issues certificates for tests, which Java has no public means for. */
public final class TestAuthority {

    private static final byte[] BASIC_CONSTRAINTS = tag(0x06, bytes(0x55, 0x1D, 0x13));
    private static final byte[] ALTERNATIVE_NAME = tag(0x06, bytes(0x55, 0x1D, 0x11));

    private static BigInteger serial = BigInteger.valueOf(System.nanoTime());

    /** A certificate and its keys. */
    public record Issued(X509Certificate certificate, KeyPair keys) {

        /** Writes the certificate to a file. */
        public Path certificate(Path file) {
            return Der.write(file, ascii(Der.pem("CERTIFICATE", encoded())));
        }

        /** Writes the private key to a file that only its owner reads. */
        public Path key(Path file) {
            return TestAuthority.key(file, keys.getPrivate());
        }

        private byte[] encoded() {
            try {
                return certificate.getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Issued own;

    private TestAuthority(Issued own) {
        this.own = own;
    }

    /** An authority of that name. */
    public static TestAuthority named(String name) {
        return new TestAuthority(selfSigned(name, true));
    }

    /** Its own certificate. */
    public Issued own() {
        return own;
    }

    /** A certificate that is good for a year. */
    public Issued issue(String name) {
        Instant now = Instant.now();
        return issue(name, now.minus(1, ChronoUnit.DAYS), now.plus(365, ChronoUnit.DAYS));
    }

    /** A certificate that is good in that time. */
    public Issued issue(String name, Instant from, Instant to) {
        KeyPair keys = ec();
        X500Principal issuer = own.certificate().getSubjectX500Principal();
        return new Issued(certificate(issuer, own.keys(), name, keys, from, to, false), keys);
    }

    /** An authority that this one vouches for. */
    public TestAuthority under(String name) {
        KeyPair keys = ec();
        Instant now = Instant.now();
        X500Principal issuer = own.certificate().getSubjectX500Principal();
        Instant from = now.minus(1, ChronoUnit.DAYS);
        Instant to = now.plus(365, ChronoUnit.DAYS);
        return new TestAuthority(new Issued(certificate(issuer, own.keys(), name, keys, from, to, true), keys));
    }

    /** A certificate that nobody vouches for. */
    public static Issued selfSigned(String name) {
        return selfSigned(name, false);
    }

    private static Issued selfSigned(String name, boolean authority) {
        KeyPair keys = ec();
        Instant now = Instant.now();
        return new Issued(
                certificate(
                        new X500Principal(name),
                        keys,
                        name,
                        keys,
                        now.minus(1, ChronoUnit.DAYS),
                        now.plus(365, ChronoUnit.DAYS),
                        authority),
                keys);
    }

    /** A pair of keys on P-256. */
    public static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pair of RSA keys of that many bits. */
    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a key to a file that only its owner reads. */
    public static Path key(Path file, Key key) {
        String kind = key instanceof java.security.PublicKey ? "PUBLIC KEY" : "PRIVATE KEY";
        Path written = Der.write(file, ascii(Der.pem(kind, key.getEncoded())));
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        return written;
    }

    private static X509Certificate certificate(
            X500Principal issuer, KeyPair issuerKeys, String name, KeyPair keys, Instant from, Instant to, boolean ca) {
        byte[] toBeSigned = sequence(
                tag(0xA0, integer(BigInteger.TWO)),
                integer(nextSerial()),
                Der.ECDSA_SHA256,
                issuer.getEncoded(),
                sequence(time(from), time(to)),
                new X500Principal(name).getEncoded(),
                keys.getPublic().getEncoded(),
                tag(0xA3, sequence(ca ? authority() : here())));
        try {
            byte[] der = Der.signed(toBeSigned, issuerKeys.getPrivate());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized BigInteger nextSerial() {
        serial = serial.add(BigInteger.ONE);
        return serial;
    }

    private static byte[] authority() {
        byte[] yes = tag(0x01, bytes(0xFF));
        return sequence(BASIC_CONSTRAINTS, yes, tag(0x04, sequence(yes)));
    }

    /** For servers in tests: localhost and 127.0.0.1. */
    private static byte[] here() {
        byte[] names =
                sequence(tag(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)), tag(0x87, bytes(127, 0, 0, 1)));
        return sequence(ALTERNATIVE_NAME, tag(0x04, names));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
