package org.tongwen.routes.access;

import com.nimbusds.jose.Algorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.tongwen.routes.config.Jwks;
import org.tongwen.routes.config.Pem;

/**
 * A public key with which a participant's signatures are verified.
 *
 * @param id its name, where its file gives it one
 * @param algorithm the only algorithm of JWS that it is for, where its file names one
 */
record VerificationKey(Optional<String> id, Optional<String> algorithm, PublicKey key) {

    /** The keys of a file: certificates or public keys in PEM, or a JWKS. */
    static List<VerificationKey> read(Path file) throws IOException, GeneralSecurityException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return text.stripLeading().startsWith("{") ? ofJwks(file) : ofPem(file);
    }

    private static List<VerificationKey> ofPem(Path file) throws IOException {
        return Pem.publicKeys(file).stream()
                .map(key -> new VerificationKey(Optional.empty(), Optional.empty(), key))
                .toList();
    }

    private static List<VerificationKey> ofJwks(Path file) throws IOException, GeneralSecurityException {
        List<VerificationKey> keys =
                jwks(file).verifying().stream().map(VerificationKey::of).toList();
        if (keys.isEmpty()) {
            throw new GeneralSecurityException("no key stands in the file that can be used");
        }
        return keys;
    }

    private static VerificationKey of(Jwks.Key key) {
        return new VerificationKey(
                Optional.ofNullable(key.jwk().getKeyID()),
                Optional.ofNullable(key.jwk().getAlgorithm()).map(Algorithm::getName),
                key.key());
    }

    /** Whether it may be used for that algorithm of JWS. */
    boolean isFor(String word) {
        return algorithm.isEmpty() || algorithm.get().equals(word);
    }

    private static Jwks jwks(Path file) throws IOException, GeneralSecurityException {
        try {
            return Jwks.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new GeneralSecurityException("the file is not a JWKS", e);
        }
    }
}
