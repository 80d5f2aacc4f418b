package org.tongwen.routes.access;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** JWS without its content (RFC 7515, appendix F), which is the body as it stands, or with {@code b64: false} unencoded (RFC 7797). */
final class DetachedJws {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,4096}\\.\\.[A-Za-z0-9_-]{1,2048}");
    private static final Set<String> UNENCODED = Set.of("b64");

    private DetachedJws() {}

    /** What is wrong with a signature of that body. */
    static Optional<SignatureFault> fault(String jws, byte[] body, List<VerificationKey> keys) {
        if (!FORM.matcher(jws).matches()) {
            return Optional.of(SignatureFault.FORM);
        }
        int end = jws.indexOf('.');
        try {
            JWSHeader header = JWSHeader.parse(new Base64URL(jws.substring(0, end)));
            byte[] signature = Base64.getUrlDecoder().decode(jws.substring(end + 2));
            return fault(header, jws.substring(0, end), body, signature, keys);
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.of(SignatureFault.FORM);
        }
    }

    private static Optional<SignatureFault> fault(
            JWSHeader header, String written, byte[] body, byte[] signature, List<VerificationKey> keys) {
        Optional<JwsAlgorithm> algorithm = JwsAlgorithm.of(header.getAlgorithm().getName());
        if (algorithm.isEmpty()) {
            return Optional.of(SignatureFault.ALGORITHM);
        }
        if (!isUnderstood(header)) {
            return Optional.of(SignatureFault.FORM);
        }
        List<VerificationKey> candidates = keys.stream()
                .filter(key -> isCandidate(header, key) && algorithm.get().fits(key.key()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.of(SignatureFault.KEY);
        }
        byte[] input = input(written, body, header.isBase64URLEncodePayload());
        return candidates.stream().anyMatch(key -> algorithm.get().verifies(input, signature, key.key()))
                ? Optional.empty()
                : Optional.of(SignatureFault.CONTENT);
    }

    /** Whoever leaves the content unencoded must say that this is critical; nothing else may be. */
    private static boolean isUnderstood(JWSHeader header) {
        return header.isBase64URLEncodePayload()
                ? header.getCriticalParams() == null
                : UNENCODED.equals(header.getCriticalParams());
    }

    /** A key without a name may be any; one that names its algorithm is for no other. */
    private static boolean isCandidate(JWSHeader header, VerificationKey key) {
        boolean named = header.getKeyID() == null
                || key.id().isEmpty()
                || key.id().get().equals(header.getKeyID());
        return named && key.isFor(header.getAlgorithm().getName());
    }

    /** The signature of a body, as the header {@code Tongwen-Signature} holds it. */
    static String sign(byte[] body, PrivateKey key, JwsAlgorithm algorithm, Optional<String> certificate)
            throws GeneralSecurityException {
        String thumbprint =
                certificate.map(sha -> ",\"x5t#S256\":\"" + sha + "\"").orElse("");
        String header = "{\"alg\":\"" + algorithm.word() + "\"" + thumbprint + "}";
        String written = encode(header.getBytes(StandardCharsets.US_ASCII));
        return written + ".." + encode(algorithm.sign(input(written, body, true), key));
    }

    private static byte[] input(String header, byte[] body, boolean encoded) {
        ByteArrayOutputStream input = new ByteArrayOutputStream(header.length() + 1 + body.length * 4 / 3 + 4);
        input.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        input.write('.');
        input.writeBytes(encoded ? encode(body).getBytes(StandardCharsets.US_ASCII) : body);
        return input.toByteArray();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
