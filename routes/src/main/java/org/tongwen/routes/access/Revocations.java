package org.tongwen.routes.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.tongwen.routes.access.Authorities.Standing;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.Pem;
import org.tongwen.routes.config.RevocationLists;

/**
 * Which client certificates count no more, as the files stand now: their authority is not trusted any longer, or has taken them back by its
 * revocation list.
 */
public final class Revocations {

    /** Nothing is looked up. */
    static final Revocations NONE = new Revocations(Optional.empty(), List::of, List.of(), Clock.systemUTC());

    /** To look a certificate up costs a millisecond, in a list of 200,000 entries 25: too much for every request. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;

    /** What is asked. */
    private record Question(List<X509Certificate> shown, boolean named) {}

    /** What was said, by which lists, and until when it counts. */
    private record Answer(Standing standing, Authorities by, Instant until) {}

    private final Optional<Vouchers> vouchers;
    private final Supplier<List<X509Certificate>> known;
    private final List<Fresh<List<X509CRL>>> files;
    private final Clock clock;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private Revocations(
            Optional<Vouchers> vouchers,
            Supplier<List<X509Certificate>> known,
            List<Fresh<List<X509CRL>>> files,
            Clock clock) {
        this.vouchers = vouchers;
        this.known = known;
        this.files = List.copyOf(files);
        this.clock = clock;
    }

    /**
     * By the authorities and lists of a hub.
     *
     * @param clock until when a list counts
     * @throws TlsException when the files cannot be used
     */
    public static Revocations of(Optional<HubConfig.Tls> tls, Clock clock) {
        return of(tls, clock, System::nanoTime);
    }

    static Revocations of(Optional<HubConfig.Tls> tls, Clock clock, LongSupplier nanos) {
        List<Path> lists = tls.map(HubConfig.Tls::revocationLists).orElse(List.of());
        Optional<Path> trusted = tls.flatMap(HubConfig.Tls::trusted);
        if (trusted.isEmpty()) {
            return NONE;
        }
        try {
            Fresh<List<X509Certificate>> known =
                    new Fresh<>(List.of(trusted.get()), () -> Pem.certificates(trusted.get()), nanos);
            // Each by itself: one that is broken must not keep the others from being read.
            List<Fresh<List<X509CRL>>> files = new ArrayList<>();
            for (Path list : lists) {
                files.add(new Fresh<>(List.of(list), () -> RevocationLists.read(list, known.get()), nanos));
            }
            Vouchers vouchers = new Vouchers(tls.get(), trusted.get(), nanos);
            return new Revocations(Optional.of(vouchers), known::get, files, clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException(e);
        }
    }

    /**
     * Whether an authority that is trusted now vouches for the first certificate of a chain, if there is a file of authorities; without one, TLS takes
     * none but those that are named.
     */
    boolean isTrusted(List<X509Certificate> shown) {
        return vouchers.isEmpty() || vouchers.get().vouchFor(shown);
    }

    /**
     * What the lists say of the first certificate of a chain and of those that lead from it to its authority.
     *
     * @param shown as TLS has verified it
     * @param named whether no authority needs to vouch for it; then only one that issued it can take it back
     */
    Standing standing(List<X509Certificate> shown, boolean named) {
        if (files.isEmpty()) {
            return Standing.GOOD;
        }
        Authorities now = new Authorities(known.get(), lists());
        Instant time = clock.instant();
        Question question = new Question(shown, named);
        Optional<Answer> before = Optional.ofNullable(answers.get(question))
                .filter(answer -> answer.by().equals(now) && time.isBefore(answer.until()));
        return before.map(Answer::standing).orElseGet(() -> {
            Standing standing = now.standing(shown, named, time);
            remember(question, new Answer(standing, now, now.ends(time, time.plus(REMEMBERED))));
            return standing;
        });
    }

    private void remember(Question question, Answer answer) {
        if (answers.size() >= MOST_REMEMBERED) {
            answers.clear();
        }
        answers.put(question, answer);
    }

    /** How long all lists count still, negative from when on one does not; empty when nothing is looked up. */
    public Optional<Duration> left() {
        Map<X500Principal, Instant> ends = lists().stream()
                .collect(Collectors.toMap(
                        X509CRL::getIssuerX500Principal,
                        list -> list.getNextUpdate().toInstant(),
                        (one, other) -> one.isAfter(other) ? one : other));
        return ends.values().stream().min(Instant::compareTo).map(end -> Duration.between(clock.instant(), end));
    }

    private List<X509CRL> lists() {
        return files.stream().flatMap(file -> file.get().stream()).toList();
    }
}
