package org.tongwen.routes.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tongwen.routes.config.HubConfig;

/**
 * Whether the authorities vouch for a client certificate as their file stands now. TLS asks the same, but only at a full handshake: not on a
 * connection that is kept, and not where a session goes on.
 */
final class Vouchers {

    private static final int MOST_REMEMBERED = 10_000;

    /** What was said, and by which authorities. */
    private record Answer(boolean vouches, X509ExtendedTrustManager by) {}

    private final Fresh<Optional<X509ExtendedTrustManager>> authorities;
    private final Map<List<X509Certificate>, Answer> answers = new ConcurrentHashMap<>();

    Vouchers(HubConfig.Tls tls, Path trusted, LongSupplier nanos) throws IOException, GeneralSecurityException {
        TlsFiles files = new TlsFiles(tls);
        authorities = new Fresh<>(List.of(trusted), files::trusted, nanos);
    }

    /** Whether they vouch for that chain; looked up once as long as their file stays the same. */
    boolean vouchFor(List<X509Certificate> shown) {
        X509ExtendedTrustManager now = authorities.get().orElseThrow();
        Answer before = answers.get(shown);
        if (before != null && before.by() == now) {
            return before.vouches();
        }
        Answer answer = new Answer(vouches(now, shown), now);
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        answers.put(List.copyOf(shown), answer);
        return answer.vouches();
    }

    private static boolean vouches(X509ExtendedTrustManager authorities, List<X509Certificate> shown) {
        String kind = shown.get(0).getPublicKey().getAlgorithm();
        try {
            authorities.checkClientTrusted(shown.toArray(X509Certificate[]::new), kind);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
