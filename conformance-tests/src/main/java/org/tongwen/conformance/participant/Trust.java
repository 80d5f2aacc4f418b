package org.tongwen.conformance.participant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.tongwen.xsd.finding.Finding;

/** By whom https addresses are trusted, and what the suite shows to those that ask who it is. */
public final class Trust {

    private static final String PKCS12 = "PKCS12";
    private static final String TRUST = "keys.trust";
    private static final String CLIENT = "keys.client";

    private final ParticipantConfig config;
    private final List<Finding> findings;

    private Trust(ParticipantConfig config, List<Finding> findings) {
        this.config = config;
        this.findings = findings;
    }

    /**
     * What a configuration says of TLS: the usual authorities, or those of a file instead, and the suite's certificate if it has one.
     *
     * @param findings takes what is wrong with the files
     */
    public static SSLContext of(ParticipantConfig config, List<Finding> findings) {
        return new Trust(config, findings).context();
    }

    private SSLContext context() {
        Optional<TrustManager[]> trusted = config.keys().trust().flatMap(file -> tried(TRUST, () -> trusting(file)));
        Optional<KeyManager[]> shown = config.keys().client().flatMap(file -> tried(CLIENT, () -> showing(file)));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.orElse(new KeyManager[0]), trusted.orElse(usual()), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static TrustManager[] usual() throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        // The JDK takes the absence of a store for its own authorities.
        managers.init((KeyStore) null);
        return managers.getTrustManagers();
    }

    /** Something read from a file. */
    private interface Reading<T> {
        T get() throws IOException, GeneralSecurityException;
    }

    private <T> Optional<T> tried(String key, Reading<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            findings.add(Finding.error(
                    "preflight.WrongKey", config.place(key), "the certificates cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private static TrustManager[] trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate each : certificates(file)) {
            store.setCertificateEntry("certificate-" + number, each);
            number++;
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }

    private static KeyManager[] showing(ParticipantConfig.ClientCertificate client)
            throws IOException, GeneralSecurityException {
        char[] password = client.password().isPresent()
                ? Files.readString(client.password().get(), StandardCharsets.UTF_8)
                        .strip()
                        .toCharArray()
                : new char[0];
        KeyStore store = client.key().isPresent()
                ? store(client.certificate(), client.key().get(), password)
                : store(client.certificate(), password);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        return managers.getKeyManagers();
    }

    private static KeyStore store(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(PKCS12);
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password);
        }
        if (store.size() == 0) {
            throw new IOException("the file holds no key; with a certificate in PEM, client-key names its key");
        }
        return store;
    }

    private static KeyStore store(Path file, Path key, char[] password) throws IOException, GeneralSecurityException {
        List<? extends Certificate> chain = certificates(file);
        if (chain.isEmpty()) {
            throw new IOException("the file holds no certificate");
        }
        KeyStore store = empty();
        String algorithm = chain.get(0).getPublicKey().getAlgorithm();
        store.setKeyEntry("suite", SigningKeys.privateKey(key, algorithm), password, chain.toArray(Certificate[]::new));
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(PKCS12);
        store.load(null, null);
        return store;
    }

    private static List<? extends Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(bytes));
        }
    }
}
