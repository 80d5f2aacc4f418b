package org.tongwen.routes.access;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.config.Fingerprint;
import org.tongwen.routes.config.HubConfig;

/** Whose client certificate is it? TLS has made sure before that the client has its key, and who vouches for it. */
final class Certificates {

    private final Map<String, HubConfig.Participant> byFingerprint = new HashMap<>();
    private final Map<String, HubConfig.Participant> bySubject = new HashMap<>();

    Certificates(Collection<HubConfig.Participant> participants) {
        for (HubConfig.Participant participant : participants) {
            HubConfig.Credentials credentials = participant.credentials();
            credentials.certificates().forEach(fingerprint -> byFingerprint.put(fingerprint, participant));
            credentials.subjects().forEach(subject -> bySubject.put(subject, participant));
        }
    }

    /** Whether the configuration names this very certificate. */
    boolean isNamed(X509Certificate certificate) {
        return byFingerprint.containsKey(Fingerprint.of(certificate));
    }

    /** The fingerprint goes first: a certificate that is known by itself needs no authority, so its subject is only its own word. */
    Optional<HubConfig.Participant> owner(X509Certificate certificate) {
        HubConfig.Participant byItself = byFingerprint.get(Fingerprint.of(certificate));
        return byItself != null
                ? Optional.of(byItself)
                : Optional.ofNullable(bySubject.get(Fingerprint.name(certificate.getSubjectX500Principal())));
    }
}
