package org.tongwen.routes.access;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tongwen.routes.config.HubConfig;

/** TLS towards others: deliveries and screening. Files that change are read again without a restart. */
public final class ClientTls {

    private ClientTls() {}

    /**
     * The context for connections to somebody.
     *
     * @param tls how to reach it; without it the authorities of Java are trusted and no certificate is shown
     * @throws TlsException when the files cannot be used
     */
    public static SSLContext context(Optional<HubConfig.Tls> tls) {
        try {
            TlsFiles files = new TlsFiles(tls.orElse(new HubConfig.Tls(
                    Optional.empty(), Optional.empty(), Optional.empty(), HubConfig.Tls.Clients.NONE)));
            TrustManager trust = new ClientTrust(new Fresh<>(files.paths(), () -> trust(files), System::nanoTime));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(files), new TrustManager[] {trust}, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException(e);
        }
    }

    /** TLS 1.3 or 1.2, and the server must be the one that was meant. */
    public static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(ServerTls.PROTOCOLS.toArray(String[]::new));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    private static X509ExtendedTrustManager trust(TlsFiles files) throws IOException, GeneralSecurityException {
        Optional<X509ExtendedTrustManager> trusted = files.trusted();
        return trusted.isPresent() ? trusted.get() : TlsFiles.usualTrust();
    }

    private static KeyManager[] keys(TlsFiles files) throws IOException, GeneralSecurityException {
        if (files.keys().isEmpty()) {
            return new KeyManager[0];
        }
        Fresh<X509ExtendedKeyManager> keys =
                new Fresh<>(files.paths(), () -> files.keys().orElseThrow(), System::nanoTime);
        return new KeyManager[] {new FreshKeys(keys)};
    }
}
