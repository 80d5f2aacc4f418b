package org.tongwen.routes.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signature of an access token: RS256 or ES256. The key decides which of the two it can be, never the token alone, so that a public key
 * cannot serve as the secret of another algorithm.
 */
final class TokenSignature {

    private static final Set<JWSAlgorithm> TAKEN = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));
    private static final int LEAST_RSA_BITS = 2_048;

    private TokenSignature() {}

    /** Whether it is a kind of token that is looked at. */
    static boolean isTaken(JWSHeader header) {
        boolean type = header.getType() == null || TYPES.contains(header.getType());
        return TAKEN.contains(header.getAlgorithm()) && type && header.getCriticalParams() == null;
    }

    /** The keys with which it may be signed. */
    static List<JWK> candidates(SignedJWT jwt, List<JWK> keys) {
        return keys.stream().filter(key -> isCandidate(jwt.getHeader(), key)).toList();
    }

    /** What is wrong with the signature. */
    static Optional<Identity.Unknown> fault(SignedJWT jwt, List<JWK> keys) {
        List<JWK> candidates = candidates(jwt, keys);
        if (candidates.isEmpty()) {
            return Optional.of(Identity.Unknown.TOKEN_KEY);
        }
        return candidates.stream().anyMatch(key -> verifies(jwt, key))
                ? Optional.empty()
                : Optional.of(Identity.Unknown.TOKEN_SIGNATURE);
    }

    private static boolean isCandidate(JWSHeader header, JWK key) {
        boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
        boolean use = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean algorithm = key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm());
        return named && use && algorithm && fits(header.getAlgorithm(), key);
    }

    private static boolean fits(JWSAlgorithm algorithm, JWK key) {
        return algorithm.equals(JWSAlgorithm.RS256) && key instanceof RSAKey && key.size() >= LEAST_RSA_BITS
                || algorithm.equals(JWSAlgorithm.ES256)
                        && key instanceof ECKey curve
                        && Curve.P_256.equals(curve.getCurve());
    }

    private static boolean verifies(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier = key instanceof RSAKey rsa
                    ? new RSASSAVerifier(rsa.toRSAPublicKey())
                    : new ECDSAVerifier(key.toECKey().toECPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
