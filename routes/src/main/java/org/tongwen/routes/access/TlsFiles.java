package org.tongwen.routes.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.Pem;

/** Keys and certificates of TLS, read from PEM files. */
final class TlsFiles {

    private static final char[] NO_PASSWORD = new char[0];

    private final HubConfig.Tls tls;

    TlsFiles(HubConfig.Tls tls) {
        this.tls = tls;
    }

    /** All of them. */
    List<Path> paths() {
        return Stream.of(tls.certificate(), tls.key(), tls.trusted())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The own certificate with its key; empty when there is none. */
    Optional<X509ExtendedKeyManager> keys() throws IOException, GeneralSecurityException {
        if (tls.certificate().isEmpty() || tls.key().isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> chain = Pem.certificates(tls.certificate().get());
        PrivateKey key = Pem.privateKey(tls.key().get());
        if (!Pem.isPair(chain.get(0).getPublicKey(), key)) {
            throw new GeneralSecurityException("the key does not belong to the certificate");
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, NO_PASSWORD);
        return Arrays.stream(factory.getKeyManagers())
                .filter(X509ExtendedKeyManager.class::isInstance)
                .map(X509ExtendedKeyManager.class::cast)
                .findFirst();
    }

    /** The authorities of the file; empty when none is named. */
    Optional<X509ExtendedTrustManager> trusted() throws IOException, GeneralSecurityException {
        if (tls.trusted().isEmpty()) {
            return Optional.empty();
        }
        KeyStore store = emptyStore();
        List<X509Certificate> certificates = Pem.certificates(tls.trusted().get());
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("trusted-" + i, certificates.get(i));
        }
        return Optional.of(trustManager(Optional.of(store)));
    }

    /** The authorities of Java. */
    static X509ExtendedTrustManager usualTrust() throws GeneralSecurityException {
        return trustManager(Optional.empty());
    }

    private static X509ExtendedTrustManager trustManager(Optional<KeyStore> store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store.orElse(null));
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
