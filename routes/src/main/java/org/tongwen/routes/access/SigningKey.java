package org.tongwen.routes.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.tongwen.routes.config.Pem;
import org.tongwen.routes.config.PemException;

/**
 * The hub's key for the signatures of what it delivers. It is read again when its file changes. An ECDSA signature is another one each time, so a body
 * that carries its signature is signed once, before it is journalled; at each attempt to deliver the same bytes go out.
 */
public final class SigningKey {

    /**
     * A signed body.
     *
     * @param body what is to be sent
     * @param header the value of the header {@link BodySignatures#HEADER}; empty when the signature stands in the body
     */
    public record Signed(byte[] body, Optional<String> header) {}

    private record Own(PrivateKey key, JwsAlgorithm algorithm, Optional<String> thumbprint) {}

    private final Fresh<Own> own;

    private SigningKey(Fresh<Own> own) {
        this.own = own;
    }

    /**
     * The key of a PEM file. When a certificate stands there, too, signatures of documents name it by its thumbprint.
     *
     * @throws IOException when it holds none that can sign
     */
    public static SigningKey of(Path file) throws IOException {
        try {
            return new SigningKey(new Fresh<>(List.of(file), () -> read(file), System::nanoTime));
        } catch (GeneralSecurityException e) {
            throw new IOException("the signing key cannot be used: " + e.getMessage(), e);
        }
    }

    private static Own read(Path file) throws IOException, GeneralSecurityException {
        PrivateKey key = Pem.privateKey(file);
        JwsAlgorithm algorithm = JwsAlgorithm.of(key)
                .orElseThrow(() ->
                        new GeneralSecurityException("it must be EC on P-256, RSA of 2048 bits or more, or Ed25519"));
        return new Own(key, algorithm, thumbprint(file));
    }

    private static Optional<String> thumbprint(Path file) throws IOException, GeneralSecurityException {
        try {
            byte[] certificate = Pem.certificates(file).get(0).getEncoded();
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(certificate)));
        } catch (PemException e) {
            return Optional.empty();
        }
    }

    /**
     * Signs a body: an ISO message with a header inside, in the stead of a signature that is there; anything else, and everything when the key is
     * Ed25519, beside it.
     *
     * @param iso whether the body is an ISO message
     */
    public Signed sign(byte[] body, boolean iso) {
        byte[] signed = inside(body, iso).orElse(body);
        return new Signed(signed, beside(signed, iso));
    }

    /** The body with its signature inside; empty when that stands beside it. */
    public Optional<byte[]> inside(byte[] body, boolean iso) {
        Own now = own.get();
        Optional<SignedMessage> message = message(body, iso, now);
        try {
            return message.isPresent() ? XmlSignature.sign(message.get(), now.key()) : Optional.empty();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("a body cannot be signed", e);
        }
    }

    /** The value of the header with the signature of a body; empty when that stands inside. */
    public Optional<String> beside(byte[] body, boolean iso) {
        Own now = own.get();
        if (message(body, iso, now).filter(SignedMessage::isSigned).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DetachedJws.sign(body, now.key(), now.algorithm(), now.thumbprint()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a body cannot be signed", e);
        }
    }

    /** What can carry its signature. */
    private static Optional<SignedMessage> message(byte[] body, boolean iso, Own own) {
        return iso && own.algorithm() != JwsAlgorithm.ED_DSA ? SignedMessage.read(body) : Optional.empty();
    }
}
