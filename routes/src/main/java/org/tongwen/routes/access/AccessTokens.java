package org.tongwen.routes.access;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.config.HubConfig;

/** Whose access token is it? Tokens are JWTs of the issuers that the configuration names. A token that was right is remembered until it ends. */
final class AccessTokens implements AutoCloseable {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final int MOST_SEEN = 10_000;

    private record Issuer(HubConfig.Participant participant, HubConfig.Tokens tokens, KeySource source) {}

    private record Seen(
            HubConfig.Participant participant,
            Instant end,
            TokenBinding binding,
            KeySource source,
            KeySource.Snapshot keys) {}

    private final Clock clock;
    private final Map<String, List<Issuer>> issuers = new HashMap<>();
    private final Map<ByteBuffer, Seen> seen = new ConcurrentHashMap<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tongwen-token-keys");
        thread.setDaemon(true);
        return thread;
    });

    AccessTokens(Collection<HubConfig.Participant> participants, Clock clock, LongSupplier nanos) {
        this.clock = clock;
        Map<String, KeySource> sources = new HashMap<>();
        for (HubConfig.Participant participant : participants) {
            participant.credentials().tokens().ifPresent(tokens -> {
                KeySource source = sources.computeIfAbsent(tokens.keys(), keys -> source(keys, nanos));
                issuers.computeIfAbsent(tokens.issuer(), issuer -> new ArrayList<>())
                        .add(new Issuer(participant, tokens, source));
            });
        }
    }

    private static KeySource source(String keys, LongSupplier nanos) {
        return keys.contains("://")
                ? new KeySource(keys, new KeyAddress(URI.create(keys)), nanos)
                : new KeySource(keys, new KeyFile(Path.of(keys), nanos), nanos);
    }

    /** What a token says that was right before and whose issuer's keys are still the same; empty when it must be checked. */
    Optional<Identity> seen(String token, List<X509Certificate> certificates) {
        Seen before = seen.get(key(token));
        if (before == null
                || before.source().keys(background) != before.keys()
                || !clock.instant().isBefore(before.end())) {
            return Optional.empty();
        }
        return Optional.of(
                before.binding().fits(certificates)
                        ? new Identity.Known(before.participant())
                        : Identity.Unknown.TOKEN_BOUND);
    }

    /** What a token says. */
    Identity check(String token, List<X509Certificate> certificates) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!TokenSignature.isTaken(jwt.getHeader())) {
                return Identity.Unknown.TOKEN_FORM;
            }
            List<Issuer> known = issuers.getOrDefault(String.valueOf(claims.getIssuer()), List.of());
            if (known.isEmpty()) {
                return Identity.Unknown.TOKEN_ISSUER;
            }
            return check(token, jwt, claims, known, certificates);
        } catch (ParseException | IllegalArgumentException e) {
            return Identity.Unknown.TOKEN_FORM;
        }
    }

    private Identity check(
            String token, SignedJWT jwt, JWTClaimsSet claims, List<Issuer> known, List<X509Certificate> certificates)
            throws ParseException {
        Optional<Issuer> issuer =
                known.stream().filter(each -> isFor(each.tokens(), claims)).findFirst();
        if (issuer.isEmpty()) {
            return Identity.Unknown.TOKEN_OWNER;
        }
        KeySource source = issuer.get().source();
        KeySource.Snapshot keys = keys(source, jwt);
        if (keys.keys().isEmpty()) {
            return Identity.Unknown.KEYS_AWAY;
        }
        Optional<Identity.Unknown> fault =
                TokenSignature.fault(jwt, keys.keys()).or(() -> timeFault(claims));
        if (fault.isPresent()) {
            return fault.get();
        }
        TokenBinding binding = TokenBinding.of(claims);
        if (!binding.fits(certificates)) {
            return Identity.Unknown.TOKEN_BOUND;
        }
        HubConfig.Participant participant = issuer.get().participant();
        Instant end = claims.getExpirationTime().toInstant().plus(LEEWAY);
        remember(token, new Seen(participant, end, binding, source, keys));
        return new Identity.Known(participant);
    }

    /** The keys; fetched when the one that the token names is not among them. */
    private KeySource.Snapshot keys(KeySource source, SignedJWT jwt) {
        KeySource.Snapshot keys = source.keys(background);
        return TokenSignature.candidates(jwt, keys.keys()).isEmpty() ? source.freshKeys() : keys;
    }

    private static boolean isFor(HubConfig.Tokens tokens, JWTClaimsSet claims) {
        return claims.getAudience().contains(tokens.audience())
                && tokens.subject().equals(subject(claims));
    }

    /**
     * The client, where the token names one: an issuer that also has people may let one of them choose the name of a client as his {@code sub}
     * (RFC 9068, section 5).
     */
    private static String subject(JWTClaimsSet claims) {
        Object client = claims.getClaim("client_id");
        return client == null ? String.valueOf(claims.getSubject()) : client.toString();
    }

    private Optional<Identity.Unknown> timeFault(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date end = claims.getExpirationTime();
        boolean ended = end == null || !now.isBefore(end.toInstant().plus(LEEWAY));
        boolean early = isLater(claims.getNotBeforeTime(), now) || isLater(claims.getIssueTime(), now);
        return ended || early ? Optional.of(Identity.Unknown.TOKEN_TIME) : Optional.empty();
    }

    private static boolean isLater(@Nullable Date date, Instant now) {
        return date != null && date.toInstant().isAfter(now.plus(LEEWAY));
    }

    private void remember(String token, Seen what) {
        if (seen.size() >= MOST_SEEN) {
            seen.clear();
        }
        seen.put(key(token), what);
    }

    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
