package org.tongwen.routes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Issues certificates for tests, which Java has no public means for: a small writer of DER. */
public final class TestAuthority {

    private static final byte[] ECDSA_SHA256 =
            sequence(tag(0x06, bytes(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02)));
    private static final byte[] BASIC_CONSTRAINTS = tag(0x06, bytes(0x55, 0x1D, 0x13));
    private static final byte[] ALTERNATIVE_NAME = tag(0x06, bytes(0x55, 0x1D, 0x11));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static BigInteger serial = BigInteger.valueOf(System.nanoTime());

    /** A certificate and its keys. */
    public record Issued(X509Certificate certificate, KeyPair keys) {

        /** Writes the certificate to a file. */
        public Path certificate(Path file) {
            return write(file, pem("CERTIFICATE", encoded()));
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
        Path written = write(file, pem(kind, key.getEncoded()));
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        return written;
    }

    private static X509Certificate certificate(
            X500Principal issuer, KeyPair issuerKeys, String name, KeyPair keys, Instant from, Instant to, boolean ca) {
        byte[] toBeSigned = sequence(
                tag(0xA0, integer(BigInteger.TWO)),
                integer(nextSerial()),
                ECDSA_SHA256,
                issuer.getEncoded(),
                sequence(time(from), time(to)),
                new X500Principal(name).getEncoded(),
                keys.getPublic().getEncoded(),
                tag(0xA3, sequence(ca ? authority() : here())));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(issuerKeys.getPrivate());
            signature.update(toBeSigned);
            byte[] signed = join(bytes(0), signature.sign());
            byte[] der = sequence(toBeSigned, ECDSA_SHA256, tag(0x03, signed));
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

    private static byte[] time(Instant time) {
        return tag(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] integer(BigInteger number) {
        return tag(0x02, number.toByteArray());
    }

    private static byte[] sequence(byte[]... parts) {
        return tag(0x30, join(parts));
    }

    private static byte[] tag(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 128
                ? bytes(tag, length)
                : length < 256 ? bytes(tag, 0x81, length) : bytes(tag, 0x82, length >> 8, length & 0xFF);
        return join(head, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        List.of(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
