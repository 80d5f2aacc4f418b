package org.tongwen.routes.config;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/** Under which names certificates stand in a configuration. */
public final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256 of a certificate, in small hexadecimal digits. */
    public static String of(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without its bytes", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A distinguished name in the one form in which equal names are equal texts. */
    public static String name(X500Principal name) {
        return name.getName(X500Principal.CANONICAL);
    }
}
