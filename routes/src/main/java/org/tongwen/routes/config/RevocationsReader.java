package org.tongwen.routes.config;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Place;

/** Reads which revocation lists the authorities of a section {@code tls} have. */
final class RevocationsReader {

    static final String KEY = "revocation-lists";

    private static final int BEFORE_VERSION_3 = 3;

    private final Source source;
    private final Section tls;
    private final List<X509Certificate> authorities;
    private final List<X509CRL> good = new ArrayList<>();

    /** For those authorities; none when their file is not named or cannot be used. */
    RevocationsReader(Source source, Section tls, Optional<Path> trusted) {
        this.source = source;
        this.tls = tls;
        this.authorities = trusted.map(RevocationsReader::certificates).orElse(List.of());
    }

    private static List<X509Certificate> certificates(Path trusted) {
        try {
            return Pem.certificates(trusted);
        } catch (IOException e) {
            // Found already, where the file is named.
            return List.of();
        }
    }

    List<Path> read() {
        if (!tls.has(KEY)) {
            return List.of();
        }
        if (!tls.has("trusted")) {
            source.error(
                    "IncompleteTls",
                    Source.place(tls, KEY),
                    "a revocation list belongs to an authority, and none is trusted",
                    "name a file of authorities in listen.tls.trusted");
        }
        List<Yaml.Text> named = tls.textOrTexts(KEY);
        List<Path> files = named.stream().flatMap(text -> file(text).stream()).toList();
        if (files.size() == named.size()) {
            authorities.forEach(this::mustHaveOne);
        }
        return files;
    }

    /** A file of lists; empty, with a finding, when it is none. */
    private Optional<Path> file(Yaml.Text text) {
        Optional<Path> file = source.existing(KEY, text);
        try {
            for (X509CRL list : file.isPresent() ? RevocationLists.read(file.get()) : List.<X509CRL>of()) {
                check(list, text.place());
            }
            return file;
        } catch (IOException e) {
            String why = e instanceof PemException wrong ? wrong.why() : "the file cannot be read";
            source.error("NotRevocationList", text.place(), why);
            return Optional.empty();
        }
    }

    private void check(X509CRL list, Place place) {
        if (authorities.isEmpty()) {
            return;
        }
        if (!RevocationLists.isSignedByOneOf(authorities, list)) {
            source.error(
                    "ForeignRevocationList",
                    place,
                    RevocationLists.foreign(list),
                    "an intermediate authority with a list stands in trusted, too");
            return;
        }
        good.add(list);
        current(list, place);
    }

    /** No error: who is known in another way could not come in either when the hub did not start. */
    private void current(X509CRL list, Place place) {
        String name = list.getIssuerX500Principal().getName();
        Instant end = list.getNextUpdate().toInstant();
        Instant begin = list.getThisUpdate().toInstant();
        if (end.isBefore(source.now())) {
            stale(place, "the list of " + name + " ended at " + end);
        } else if (begin.isAfter(source.now())) {
            stale(place, "the list of " + name + " begins only at " + begin);
        }
    }

    private void stale(Place place, String message) {
        source.warning(
                "StaleRevocationList",
                place,
                message + "; unless there is another, certificates of its authority are refused");
    }

    private void mustHaveOne(X509Certificate authority) {
        boolean issues = authority.getBasicConstraints() >= 0 || authority.getVersion() < BEFORE_VERSION_3;
        if (issues && good.stream().noneMatch(list -> RevocationLists.isSignedByOneOf(List.of(authority), list))) {
            source.error(
                    "NoRevocationList",
                    Source.place(tls, KEY),
                    "there is no list of " + authority.getSubjectX500Principal().getName()
                            + ", so that all its certificates would be refused",
                    "with revocation lists every authority of trusted needs one");
        }
    }
}
