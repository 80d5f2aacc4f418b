package org.tongwen.conformance.participant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** By whom https addresses are trusted. */
public final class Trust {

    private Trust() {}

    /**
     * The usual authorities, or those of a file instead.
     *
     * @param file certificates (PEM)
     * @param findings takes what is wrong with the file
     */
    public static SSLContext of(Optional<Path> file, List<Finding> findings) {
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            return trusting(file.get());
        } catch (IOException | GeneralSecurityException e) {
            findings.add(Finding.error(
                    "preflight.WrongKey",
                    Place.of("keys.trust"),
                    "the certificates cannot be read: " + e.getMessage()));
            return usual();
        }
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream bytes = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                store.setCertificateEntry("certificate-" + number, each);
                number++;
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
