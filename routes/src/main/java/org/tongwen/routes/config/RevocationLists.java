package org.tongwen.routes.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Revocation lists (RFC 5280) in files: one in DER, or any number in PEM. They say which certificates an authority has taken back. */
public final class RevocationLists {

    /** The lists of the largest authorities are smaller. */
    private static final int MOST_BYTES = 64_000_000;

    private static final String KIND = "X509 CRL";
    private static final String CHANGES_ONLY = "2.5.29.27";
    private static final int SIGNS_LISTS = 6;

    private RevocationLists() {}

    /**
     * The lists of a file, in its order; at least one. Who signed them is not looked at.
     *
     * @throws PemException when it holds something else, or a list that cannot be used at any time
     * @throws IOException when it cannot be read
     */
    public static List<X509CRL> read(Path file) throws IOException {
        byte[] content = Pem.content(file, MOST_BYTES);
        List<X509CRL> lists = new ArrayList<>();
        for (byte[] list : Pem.isPem(content) ? Pem.blocks(content, KIND) : List.of(content)) {
            lists.add(list(list));
        }
        if (lists.isEmpty()) {
            throw new PemException("no revocation list stands in the file");
        }
        return lists;
    }

    /**
     * The lists of a file, all of them signed by authorities.
     *
     * @throws PemException when it holds something else, or a list of somebody else
     * @throws IOException when it cannot be read
     */
    public static List<X509CRL> read(Path file, List<X509Certificate> authorities) throws IOException {
        List<X509CRL> lists = read(file);
        for (X509CRL list : lists) {
            if (!isSignedByOneOf(authorities, list)) {
                throw new PemException(foreign(list));
            }
        }
        return lists;
    }

    /** Whether one of these authorities signed a list, and may. */
    static boolean isSignedByOneOf(List<X509Certificate> authorities, X509CRL list) {
        return authorities.stream().anyMatch(authority -> isSignedBy(authority, list));
    }

    /** What is wrong with a list that no authority signed. */
    static String foreign(X509CRL list) {
        return "the list of " + list.getIssuerX500Principal().getName() + " is not signed by an authority of trusted";
    }

    private static boolean isSignedBy(X509Certificate authority, X509CRL list) {
        boolean[] uses = authority.getKeyUsage();
        if (!authority.getSubjectX500Principal().equals(list.getIssuerX500Principal())
                || uses != null && !uses[SIGNS_LISTS]) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509CRL list(byte[] content) throws PemException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(content);
        X509CRL list;
        try {
            list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(bytes);
        } catch (CRLException | CertificateException e) {
            throw new PemException("the file is not a revocation list, neither in PEM nor in DER");
        }
        if (bytes.available() > 0) {
            throw new PemException("something stands behind the revocation list");
        }
        if (list.getNextUpdate() == null) {
            throw new PemException("the revocation list does not say until when it counts");
        }
        if (list.getExtensionValue(CHANGES_ONLY) != null) {
            throw new PemException("the revocation list has changes only (delta); the complete one is needed");
        }
        return list;
    }
}
