package org.tongwen.routes.access;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.config.HubConfig;

/**
 * Finds out who sends a request. What a request shows must all belong to one participant; a header decides before a certificate. Strangers learn
 * only that they are strangers; the log says a little more, but never a secret.
 */
public final class Gatekeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    /** No token is longer; nothing is done with what is. */
    private static final int LONGEST_HEADER = 8_192;

    private final ApiKeys apiKeys;
    private final Certificates certificates;
    private final Revocations revocations;
    private final AccessTokens tokens;
    private final Attempts attempts;
    private final Optional<HubConfig.Participant> open;
    private final Clock clock;

    /**
     * A gatekeeper for these participants.
     *
     * @param revocations which of their certificates were taken back
     * @param clock the time of day, for tokens and certificates
     */
    public Gatekeeper(Collection<HubConfig.Participant> participants, Revocations revocations, Clock clock) {
        this(participants, revocations, clock, System::nanoTime);
    }

    Gatekeeper(
            Collection<HubConfig.Participant> participants, Revocations revocations, Clock clock, LongSupplier nanos) {
        this.revocations = revocations;
        this.clock = clock;
        apiKeys = new ApiKeys(participants);
        certificates = new Certificates(participants);
        tokens = new AccessTokens(participants, clock, nanos);
        attempts = new Attempts(nanos);
        open = participants.stream()
                .filter(participant -> participant.credentials().open())
                .findFirst();
    }

    /** Who it is, or the answer to a stranger. It waits only when keys of tokens must be fetched, five seconds at most. */
    public Admission admit(Shown shown) {
        Identity identity = identify(shown);
        if (identity instanceof Identity.Known known) {
            return new Admission.Admitted(known.participant());
        }
        return refuse(shown, (Identity.Unknown) identity);
    }

    private Admission.Refused refuse(Shown shown, Identity.Unknown why) {
        long seconds = attempts.failed(shown.address());
        if (seconds == 0 && attempts.mayLog()) {
            LOG.warn("a request from {} was refused: {}", shown.address().getHostAddress(), why.words());
        }
        if (why == Identity.Unknown.KEYS_AWAY) {
            return Admission.Refused.keysAway(KeySource.PAUSE.toSeconds());
        }
        return seconds == 0
                ? Admission.Refused.unauthenticated()
                : Admission.Refused.tooMany("too many failed attempts came from this address", seconds);
    }

    private Identity identify(Shown shown) {
        return certificateFault(shown.certificates())
                .<Identity>map(fault -> fault)
                .orElseGet(() -> owner(shown));
    }

    /**
     * Why the certificate of a connection opens nothing, whatever else is shown. TLS has looked at it when the connection began, or an earlier one that
     * it goes on from; both may be long ago.
     */
    private Optional<Identity.Unknown> certificateFault(List<X509Certificate> shown) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        if (!shown.stream().allMatch(this::isValidNow)) {
            return Optional.of(Identity.Unknown.CERTIFICATE_TIME);
        }
        boolean named = certificates.isNamed(shown.get(0));
        if (!named && !revocations.isTrusted(shown)) {
            return Optional.of(Identity.Unknown.CERTIFICATE_UNTRUSTED);
        }
        return switch (revocations.standing(shown, named)) {
            case GOOD -> Optional.empty();
            case REVOKED -> Optional.of(Identity.Unknown.CERTIFICATE_REVOKED);
            case UNKNOWN -> Optional.of(Identity.Unknown.CERTIFICATE_UNLISTED);
        };
    }

    private Identity owner(Shown shown) {
        Optional<HubConfig.Participant> byCertificate =
                shown.certificates().stream().findFirst().flatMap(certificates::owner);
        if (shown.authorization().isEmpty() && shown.apiKey().isEmpty()) {
            return withoutHeader(shown, byCertificate);
        }
        Identity byHeader = byHeader(shown);
        boolean another = byHeader instanceof Identity.Known known
                && byCertificate
                        .filter(owner -> !owner.equals(known.participant()))
                        .isPresent();
        return another ? Identity.Unknown.TWO_OWNERS : byHeader;
    }

    private Identity withoutHeader(Shown shown, Optional<HubConfig.Participant> byCertificate) {
        if (byCertificate.isPresent() || open.isPresent()) {
            return new Identity.Known(byCertificate.or(() -> open).orElseThrow());
        }
        return shown.certificates().isEmpty() ? Identity.Unknown.NOTHING_SHOWN : Identity.Unknown.CERTIFICATE;
    }

    private boolean isValidNow(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private Identity byHeader(Shown shown) {
        boolean both = !shown.authorization().isEmpty() && !shown.apiKey().isEmpty();
        boolean tooLong = shown.authorization().length() + shown.apiKey().length() > LONGEST_HEADER;
        if (both || tooLong) {
            return Identity.Unknown.NOT_READABLE;
        }
        if (!shown.apiKey().isEmpty()) {
            return byKey(shown.apiKey().strip());
        }
        String[] words = shown.authorization().strip().split(" ", 2);
        if (words.length < 2) {
            return Identity.Unknown.NOT_READABLE;
        }
        return byScheme(words[0], words[1].strip(), shown);
    }

    /** A key may be shown as a bearer token, too: some clients know nothing else. */
    private Identity byScheme(String scheme, String credentials, Shown shown) {
        boolean bearer = scheme.equalsIgnoreCase("Bearer");
        if (scheme.equalsIgnoreCase("ApiKey") || bearer && credentials.startsWith(ApiKey.MARK)) {
            return byKey(credentials);
        }
        return bearer ? byToken(credentials, shown) : Identity.Unknown.NOT_READABLE;
    }

    private Identity byKey(String key) {
        return ApiKey.isOne(key)
                ? Identity.of(apiKeys.owner(key), Identity.Unknown.API_KEY)
                : Identity.Unknown.NOT_READABLE;
    }

    /**
     * Only the check of a new token costs more than the answer, so only that is denied to an address with too many failures. Keys, certificates and
     * tokens seen before still open: participants behind the same proxy as a guesser are not locked out, and what he guesses has 256 bits.
     */
    private Identity byToken(String token, Shown shown) {
        Optional<Identity> seen = tokens.seen(token, shown.certificates());
        return seen.orElseGet(() -> attempts.exhausted(shown.address())
                ? Identity.Unknown.TOO_MANY
                : tokens.check(token, shown.certificates()));
    }

    /** Fetches no more keys. */
    @Override
    public void close() {
        tokens.close();
    }
}
