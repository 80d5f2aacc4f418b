package org.tongwen.routes.config;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Public keys in a JWKS (RFC 7517). Keys of kinds that are not known are left out one by one, as section 5 wants it. */
public final class Jwks {

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_BYTES = 32;
    private static final Set<String> SECRETS = Set.of("d", "k", "priv");

    private final List<Map<String, Object>> members;

    /**
     * A key that can verify signatures.
     *
     * @param jwk as it stands in the set
     */
    public record Key(JWK jwk, PublicKey key) {}

    private Jwks(List<Map<String, Object>> members) {
        this.members = members;
    }

    /**
     * The set in that text.
     *
     * @throws ParseException when it is none
     */
    public static Jwks parse(String text) throws ParseException {
        Map<String, Object>[] members = JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(text), "keys");
        if (members == null) {
            throw new ParseException("no keys stand in the text", 0);
        }
        return new Jwks(Arrays.asList(members));
    }

    /** The keys of known kinds. */
    public List<JWK> known() {
        return members.stream().flatMap(member -> known(member).stream()).toList();
    }

    /** The keys that can verify signatures, and are not meant for something else. */
    public List<Key> verifying() {
        return known().stream()
                .filter(jwk -> jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE))
                .flatMap(jwk -> publicKey(jwk).map(key -> new Key(jwk, key)).stream())
                .toList();
    }

    /** Whether no key stands in it, of whatever kind. */
    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether a key in it, of whatever kind, is not only public. */
    boolean holdsSecrets() {
        return members.stream().anyMatch(member -> SECRETS.stream().anyMatch(member::containsKey));
    }

    private static Optional<JWK> known(Map<String, Object> member) {
        try {
            return Optional.of(JWK.parse(member));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> publicKey(JWK jwk) {
        try {
            if (jwk instanceof OctetKeyPair pair) {
                return ed25519(pair);
            }
            return jwk instanceof AsymmetricJWK pair ? Optional.of(pair.toPublicKey()) : Optional.empty();
        } catch (JOSEException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Not by the library, which needs another one for it. */
    private static Optional<PublicKey> ed25519(OctetKeyPair pair) throws GeneralSecurityException {
        byte[] point = pair.getX().decode();
        if (!Curve.Ed25519.equals(pair.getCurve()) || point.length != ED25519_BYTES) {
            return Optional.empty();
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(ED25519.length + ED25519_BYTES);
        encoded.writeBytes(ED25519);
        encoded.writeBytes(point);
        return Optional.of(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
    }
}
