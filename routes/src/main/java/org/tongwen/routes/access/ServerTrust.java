package org.tongwen.routes.access;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tongwen.routes.config.Fingerprint;

/**
 * Which client certificates are taken: those that the configuration names one by one, whoever issued them, and those of the authorities of a file.
 * The authorities of Java vouch for servers, so here they count for nothing.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    private final Set<String> named;
    private final Fresh<Optional<X509ExtendedTrustManager>> authorities;

    ServerTrust(Set<String> named, Fresh<Optional<X509ExtendedTrustManager>> authorities) {
        this.named = Set.copyOf(named);
        this.authorities = authorities;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (!isNamed(chain)) {
            authorities().checkClientTrusted(chain, type, engine);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isNamed(chain)) {
            authorities().checkClientTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!isNamed(chain)) {
            authorities().checkClientTrusted(chain, type);
        }
    }

    private boolean isNamed(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !named.contains(Fingerprint.of(chain[0]))) {
            return false;
        }
        chain[0].checkValidity();
        return true;
    }

    private X509ExtendedTrustManager authorities() throws CertificateException {
        return authorities.get().orElseThrow(() -> new CertificateException("the certificate is not known"));
    }

    /** None means any: a client then shows the certificate that it has, and not only one of these authorities. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return named.isEmpty()
                ? authorities
                        .get()
                        .map(X509ExtendedTrustManager::getAcceptedIssuers)
                        .orElse(new X509Certificate[0])
                : new X509Certificate[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("servers are not checked here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("servers are not checked here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("servers are not checked here");
    }
}
