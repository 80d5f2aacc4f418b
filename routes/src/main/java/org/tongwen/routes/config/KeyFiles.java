package org.tongwen.routes.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Place;

/** Checks files with public keys of others. */
final class KeyFiles {

    private final Source source;

    KeyFiles(Source source) {
        this.source = source;
    }

    /** A file of certificates or public keys in PEM, or a JWKS, that may be given. */
    Optional<Path> verification(Section section, String key) {
        Optional<Path> path = source.existing(section, key);
        path.ifPresent(keys -> {
            Place place = Source.place(section, key);
            if (isJson(keys)) {
                mustHoldKeys(keys, place);
            } else {
                mustBePem(keys, place);
            }
        });
        return path;
    }

    /** A JWKS file, which must be there. */
    Optional<Path> jwks(String key, Yaml.Text text) {
        Optional<Path> path = source.existing(key, text);
        path.ifPresent(keys -> mustHoldKeys(keys, text.place()));
        return path;
    }

    private void mustBePem(Path keys, Place place) {
        try {
            Pem.publicKeys(keys);
        } catch (IOException e) {
            source.notPem(e, place);
        }
    }

    private void mustHoldKeys(Path keys, Place place) {
        try {
            Jwks set = Jwks.parse(Files.readString(keys));
            if (set.isEmpty()) {
                source.error("NotKeys", place, "no key stands in the file");
            } else if (set.holdsSecrets()) {
                source.error(
                        "NotKeys", place, "a private or shared key stands in the file; it must hold public ones only");
            } else if (set.verifying().isEmpty()) {
                source.error("NotKeys", place, "no key stands in the file that can verify a signature");
            }
        } catch (ParseException | IOException e) {
            source.error("NotKeys", place, "the file is not a JWKS (RFC 7517)");
        }
    }

    private static boolean isJson(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .stripLeading()
                    .startsWith("{");
        } catch (IOException e) {
            return false;
        }
    }
}
