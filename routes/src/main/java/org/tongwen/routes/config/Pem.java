package org.tongwen.routes.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in PEM files (RFC 7468). */
public final class Pem {

    /** No file of keys is larger; what is, is something else. */
    private static final int MOST_BYTES = 1_000_000;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String PUBLIC_KEY = "PUBLIC KEY";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    private record Block(String kind, byte[] content) {}

    private Pem() {}

    /**
     * The certificates of a file, in its order; at least one.
     *
     * @throws PemException when it holds something else
     * @throws IOException when it cannot be read
     */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(file)) {
            if (block.kind().equals(CERTIFICATE)) {
                certificates.add(certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw new PemException("no certificate stands in the file");
        }
        return certificates;
    }

    /**
     * The private key of a file.
     *
     * @throws PemException when it does not hold exactly one, in the form PKCS #8 and without a password
     * @throws IOException when it cannot be read
     */
    public static PrivateKey privateKey(Path file) throws IOException {
        List<Block> keys = blocks(file).stream()
                .filter(block -> block.kind().endsWith(PRIVATE_KEY))
                .toList();
        if (keys.size() != 1) {
            throw new PemException(
                    keys.isEmpty()
                            ? "no private key stands in the file"
                            : "more than one private key stands in the file");
        }
        Block key = keys.get(0);
        if (!key.kind().equals(PRIVATE_KEY)) {
            throw new PemException("a key of the kind " + key.kind()
                    + " is not taken; 'openssl pkcs8 -topk8 -nocrypt' makes one of the kind PRIVATE KEY of it");
        }
        return privateKey(key);
    }

    /**
     * The public keys of a file: those of its certificates, and those that stand there themselves; at least one.
     *
     * @throws PemException when it holds something else
     * @throws IOException when it cannot be read
     */
    public static List<PublicKey> publicKeys(Path file) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (Block block : blocks(file)) {
            if (block.kind().equals(CERTIFICATE)) {
                keys.add(certificate(block).getPublicKey());
            } else if (block.kind().equals(PUBLIC_KEY)) {
                keys.add(publicKey(block));
            }
        }
        if (keys.isEmpty()) {
            throw new PemException("neither a certificate nor a public key stands in the file");
        }
        return keys;
    }

    /** Whether a public and a private key belong together: the one verifies what the other signs. */
    public static boolean isPair(PublicKey known, PrivateKey secret) {
        String algorithm = switch (known.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> known.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(known);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What a file holds, unless it is larger than anything of its kind. */
    static byte[] content(Path file, int most) throws IOException {
        if (Files.size(file) > most) {
            throw new PemException("the file is too large for what it should hold");
        }
        return Files.readAllBytes(file);
    }

    static boolean isPem(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    /** What stands in the blocks of one kind; none may have lost its end. */
    static List<byte[]> blocks(byte[] content, String kind) throws PemException {
        List<byte[]> blocks = blocks(content).stream()
                .filter(block -> block.kind().equals(kind))
                .map(Block::content)
                .toList();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.split("-----BEGIN " + kind + "-----", -1).length - 1 != blocks.size()) {
            throw new PemException("a block of the kind " + kind + " is not whole");
        }
        return blocks;
    }

    private static List<Block> blocks(Path file) throws IOException {
        return blocks(content(file, MOST_BYTES));
    }

    private static List<Block> blocks(byte[] content) throws PemException {
        Matcher matcher = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), base64(matcher.group(2))));
        }
        if (blocks.isEmpty()) {
            throw new PemException("the file is not PEM: it holds no -----BEGIN …----- with its -----END …-----");
        }
        return blocks;
    }

    private static byte[] base64(String text) throws PemException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new PemException("what stands between BEGIN and END is not Base64");
        }
    }

    private static X509Certificate certificate(Block block) throws PemException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.content()));
        } catch (CertificateException e) {
            throw new PemException("a certificate in the file cannot be read");
        }
    }

    private static PrivateKey privateKey(Block block) throws PemException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.content()));
            } catch (GeneralSecurityException e) {
                // A key of another algorithm, perhaps.
            }
        }
        throw new PemException("the private key cannot be read; RSA, EC and Ed25519 are known");
    }

    private static PublicKey publicKey(Block block) throws PemException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(block.content()));
            } catch (GeneralSecurityException e) {
                // A key of another algorithm, perhaps.
            }
        }
        throw new PemException("a public key in the file cannot be read; RSA, EC and Ed25519 are known");
    }
}
