package org.tongwen.routes.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** The file that is read, what stands around it, and what was found in it. */
final class Source {

    /** The first part of the ids of findings. */
    static final String FAMILY = "config";

    private static final Duration SOON = Duration.ofDays(30);
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("------rwx");
    private static final Set<String> SECRET_KEYS = Set.of("file", "env");

    private final Path file;
    private final Known known;
    private final Map<String, String> environment;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    Source(Path file, Known known, Map<String, String> environment, Clock clock) {
        this.file = file.toAbsolutePath();
        this.known = known;
        this.environment = environment;
        this.clock = clock;
    }

    Known known() {
        return known;
    }

    Instant now() {
        return clock.instant();
    }

    /** Everything found so far; may be added to. */
    List<Finding> findings() {
        return findings;
    }

    void error(String id, Place place, String message) {
        findings.add(Finding.error(FAMILY + "." + id, place, message));
    }

    void error(String id, Place place, String message, String hint) {
        findings.add(Finding.error(FAMILY + "." + id, place, message).hint(hint));
    }

    void warning(String id, Place place, String message) {
        findings.add(Finding.warning(FAMILY + "." + id, place, message));
    }

    void unknown(String id, Yaml.Text name, String message, Set<String> names) {
        findings.add(Finding.error(FAMILY + "." + id, name.place(), message + Nearest.hint(name.text(), names))
                .value(name.text()));
    }

    /** A path beside the file; it need not exist. */
    Path resolve(String path) {
        return file.resolveSibling(path).normalize();
    }

    /** A path that may be given; what stands in the place of a path is never shown, for it may be a key. */
    Optional<Path> path(Section section, String key) {
        return section.optional(key).flatMap(text -> path(key, text));
    }

    private Optional<Path> path(String key, Yaml.Text text) {
        if (text.text().contains("-----BEGIN")) {
            inline(key, text.place(), "the name of a file");
            return Optional.empty();
        }
        try {
            return Optional.of(resolve(text.text()));
        } catch (java.nio.file.InvalidPathException e) {
            error("WrongValue", text.place(), key + " must be the path of a file");
            return Optional.empty();
        }
    }

    /** A file that may be given, and then must be there. */
    Optional<Path> existing(Section section, String key) {
        return section.optional(key).flatMap(text -> existing(key, text));
    }

    /** The file of that name, which must be there. */
    Optional<Path> existing(String key, Yaml.Text text) {
        Optional<Path> path = path(key, text);
        if (path.isPresent() && !Files.isRegularFile(path.get())) {
            missing(text, path.get());
            return Optional.empty();
        }
        return path;
    }

    private void missing(Yaml.Text text, Path path) {
        findings.add(Finding.error(FAMILY + ".MissingFile", text.place(), "there is no such file")
                .value(text.text())
                .hint("looked for at " + path + "; paths are relative to the configuration"));
    }

    /** A file of certificates that may be given. */
    Optional<Path> certificates(Section section, String key) {
        Optional<Path> path = existing(section, key);
        path.ifPresent(certificates -> certificates(certificates, place(section, key)));
        return path;
    }

    /** The certificates of a file; none, with a finding, when it holds something else. */
    List<X509Certificate> certificates(Path path, Place place) {
        try {
            List<X509Certificate> certificates = Pem.certificates(path);
            certificates.forEach(certificate -> current(certificate, place));
            return certificates;
        } catch (IOException e) {
            notPem(e, place);
            return List.of();
        }
    }

    private void current(X509Certificate certificate, Place place) {
        Instant now = clock.instant();
        Instant end = certificate.getNotAfter().toInstant();
        String name = certificate.getSubjectX500Principal().getName();
        if (end.isBefore(now)) {
            warning("ExpiredCertificate", place, "the certificate of " + name + " ended at " + end);
        } else if (end.isBefore(now.plus(SOON))) {
            warning("ExpiredCertificate", place, "the certificate of " + name + " ends soon, at " + end);
        } else if (certificate.getNotBefore().toInstant().isAfter(now)) {
            warning(
                    "ExpiredCertificate",
                    place,
                    "the certificate of " + name + " begins only at "
                            + certificate.getNotBefore().toInstant());
        }
    }

    /** A file with a private key that may be given. */
    Optional<Path> privateKey(Section section, String key) {
        Optional<Path> path = existing(section, key);
        path.ifPresent(secret -> {
            readableByOthers(secret, place(section, key));
            try {
                Pem.privateKey(secret);
            } catch (IOException e) {
                notPem(e, place(section, key));
            }
        });
        return path;
    }

    void notPem(IOException failure, Place place) {
        String why = failure instanceof PemException wrong ? wrong.why() : "the file cannot be read";
        error("NotPem", place, why);
    }

    /** Where a secret stands: {@code {file: …}} or {@code {env: …}}. */
    Optional<Secret> secret(Section section, String key) {
        return section.value(key).flatMap(value -> secret(key, value));
    }

    /** The secret that such a value names. */
    Optional<Secret> secret(String key, Yaml value) {
        if (!(value instanceof Yaml.Fields fields)) {
            inline(key, value.place(), "{file: …} or {env: …}");
            return Optional.empty();
        }
        Section named = Section.of(FAMILY, fields, SECRET_KEYS, findings);
        if (named.has("file") == named.has("env")) {
            error("WrongValue", fields.place(), key + " must be either {file: …} or {env: …}");
            return Optional.empty();
        }
        return named.has("file")
                ? named.optional("file").flatMap(text -> inFile(key, text))
                : named.optional("env").flatMap(this::inEnvironment);
    }

    private Optional<Secret> inFile(String key, Yaml.Text text) {
        Optional<Path> path = existing(key, text);
        path.ifPresent(secret -> {
            readableByOthers(secret, text.place());
            try {
                mustBeOneLine(new Secret.InFile(secret).read(), text);
            } catch (IOException e) {
                error("MissingSecret", text.place(), "the file cannot be read as text");
            }
        });
        return path.map(Secret.InFile::new);
    }

    private Optional<Secret> inEnvironment(Yaml.Text text) {
        Optional<String> value = environment(text.text());
        value.ifPresent(secret -> mustBeOneLine(secret, text));
        if (value.isEmpty()) {
            findings.add(Finding.error(
                            FAMILY + ".MissingSecret",
                            text.place(),
                            "the environment has no such variable, or it is empty")
                    .value(text.text()));
        }
        return Optional.of(new Secret.InEnvironment(text.text()));
    }

    /** Most secrets become a part of a header, where a line break would begin another one. */
    private void mustBeOneLine(String secret, Yaml.Text text) {
        if (secret.isBlank()) {
            error("MissingSecret", text.place(), "the file is empty");
        } else if (secret.chars().anyMatch(Character::isISOControl)) {
            error("WrongSecret", text.place(), "a secret is one line without control characters");
        }
    }

    Optional<String> environment(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private void inline(String key, Place place, String instead) {
        error(
                "InlineSecret",
                place,
                key + " must not stand in this file",
                "write " + instead + ", so that the configuration can be shown to anybody");
    }

    /** Others than the owner may read a secret: on systems that know such permissions. */
    void readableByOthers(Path secret, Place place) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(secret);
            if (permissions.stream().anyMatch(OF_OTHERS::contains)) {
                findings.add(Finding.warning(
                                FAMILY + ".ReadableByOthers",
                                place,
                                "others than its owner may read or change the file")
                        .hint("chmod 600 takes that away"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // A file system without such permissions.
        }
    }

    /** Where the value of a key stands, or else the section. */
    static Place place(Section section, String key) {
        return section.value(key).map(Yaml::place).orElse(section.place());
    }
}
