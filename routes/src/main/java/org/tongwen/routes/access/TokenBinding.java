package org.tongwen.routes.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * To what a token is bound, so that nobody else can use it.
 *
 * @param kind how
 * @param thumbprint SHA-256 of the client certificate, in base64url, where it is bound to one (RFC 8705)
 */
record TokenBinding(Kind kind, String thumbprint) {

    enum Kind {
        NOTHING,
        CERTIFICATE,
        /** Something that the hub cannot check, so that nobody can use the token here. */
        OTHER
    }

    static TokenBinding of(JWTClaimsSet claims) {
        Object confirmation = claims.getClaim("cnf");
        if (confirmation == null) {
            return new TokenBinding(Kind.NOTHING, "");
        }
        return confirmation instanceof Map<?, ?> map && map.size() == 1 && map.get("x5t#S256") instanceof String sha
                ? new TokenBinding(Kind.CERTIFICATE, sha)
                : new TokenBinding(Kind.OTHER, "");
    }

    /** Whether who shows these certificates may use the token. */
    boolean fits(List<X509Certificate> certificates) {
        return switch (kind) {
            case NOTHING -> true;
            case CERTIFICATE ->
                !certificates.isEmpty() && thumbprint(certificates.get(0)).equals(thumbprint);
            case OTHER -> false;
        };
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without its bytes", e);
        }
    }
}
