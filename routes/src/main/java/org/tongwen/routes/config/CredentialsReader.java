package org.tongwen.routes.config;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Place;

/** Reads by which credentials a participant is known. */
final class CredentialsReader {

    private static final Set<String> KEYS = Set.of("api-keys", "certificates", "subjects", "tokens", "open");
    private static final Set<String> TOKEN_KEYS = Set.of("issuer", "subject", "audience", "keys");
    private static final Pattern SHA_256 = Pattern.compile("(?:[0-9a-fA-F]{2}:?){31}[0-9a-fA-F]{2}");

    private final Source source;
    private final Owners owners;
    private final String participant;

    CredentialsReader(Source source, Owners owners, String participant) {
        this.source = source;
        this.owners = owners;
        this.participant = participant;
    }

    HubConfig.Credentials read(Section section) {
        return section.section("credentials", KEYS)
                .map(credentials -> new HubConfig.Credentials(
                        apiKeys(credentials),
                        certificates(credentials),
                        subjects(credentials),
                        tokens(credentials),
                        open(credentials)))
                .orElse(HubConfig.Credentials.NONE);
    }

    private boolean open(Section credentials) {
        boolean open = credentials.yes("open");
        if (open) {
            Place place = Source.place(credentials, "open");
            owners.claim("SharedCredential", "the right to come in without credentials", "", participant, place);
        }
        return open;
    }

    private List<String> apiKeys(Section credentials) {
        return credentials.textOrTexts("api-keys").stream()
                .flatMap(text -> apiKey(text).stream())
                .toList();
    }

    private Optional<String> apiKey(Yaml.Text text) {
        if (!SHA_256.matcher(text.text()).matches()) {
            source.error(
                    text.text().startsWith("twk_") ? "InlineSecret" : "WrongValue",
                    text.place(),
                    "an API key stands here only as its SHA-256, in 64 hexadecimal digits",
                    "'tongwen participant key' makes a key and prints both");
            return Optional.empty();
        }
        String hash = digits(text.text());
        owners.claim("SharedCredential", "the API key", hash, participant, text.place());
        return Optional.of(hash);
    }

    private List<String> certificates(Section credentials) {
        return credentials.textOrTexts("certificates").stream()
                .flatMap(text -> certificate(text).stream())
                .toList();
    }

    private Optional<String> certificate(Yaml.Text text) {
        Optional<String> fingerprint = SHA_256.matcher(text.text()).matches()
                ? Optional.of(digits(text.text()))
                : source.existing("certificates", text).flatMap(path -> fingerprint(path, text));
        fingerprint.ifPresent(
                hash -> owners.claim("SharedCredential", "the certificate", hash, participant, text.place()));
        return fingerprint;
    }

    /** Of a chain the first certificate is the participant's own. */
    private Optional<String> fingerprint(Path path, Yaml.Text text) {
        List<X509Certificate> chain = source.certificates(path, text.place());
        return chain.stream().findFirst().map(Fingerprint::of);
    }

    private List<String> subjects(Section credentials) {
        return credentials.textOrTexts("subjects").stream()
                .flatMap(text -> subject(text).stream())
                .toList();
    }

    private Optional<String> subject(Yaml.Text text) {
        try {
            String name = Fingerprint.name(new X500Principal(text.text()));
            owners.claim("SharedCredential", "the subject", name, participant, text.place());
            return Optional.of(name);
        } catch (IllegalArgumentException e) {
            source.error(
                    "WrongValue",
                    text.place(),
                    "a subject is a distinguished name such as 'CN=acme, O=Acme Bank, C=GB'");
            return Optional.empty();
        }
    }

    private Optional<HubConfig.Tokens> tokens(Section credentials) {
        return credentials.section("tokens", TOKEN_KEYS).flatMap(tokens -> {
            Optional<String> issuer = tokens.text("issuer").map(Yaml.Text::text);
            Optional<String> subject = tokens.text("subject").map(Yaml.Text::text);
            Optional<String> audience = tokens.text("audience").map(Yaml.Text::text);
            Optional<String> keys = tokens.text("keys").flatMap(text -> keys(tokens, text));
            if (issuer.isEmpty() || subject.isEmpty() || audience.isEmpty() || keys.isEmpty()) {
                return Optional.empty();
            }
            // Whatever the audience: one token may name several.
            String known = issuer.get() + " " + subject.get();
            owners.claim("SharedCredential", "the subject of this issuer", known, participant, tokens.place());
            return Optional.of(new HubConfig.Tokens(issuer.get(), subject.get(), audience.get(), keys.get()));
        });
    }

    private Optional<String> keys(Section tokens, Yaml.Text text) {
        if (!text.text().contains("://")) {
            return new KeyFiles(source).jwks("keys", text).map(Path::toString);
        }
        Optional<String> address = Addresses.http(tokens, "keys", text);
        if (address.filter(Addresses::isPlain).isPresent()) {
            source.error(
                    "WrongValue", text.place(), "keys are fetched by https:// only: who can change them can come in");
            return Optional.empty();
        }
        return address;
    }

    private static String digits(String written) {
        return written.replace(":", "").toLowerCase(Locale.ROOT);
    }
}
