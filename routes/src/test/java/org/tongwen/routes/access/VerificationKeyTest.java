package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.TestAuthority;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.Finding;

/** Keys of a JWKS that verify the bodies of a participant. */
class VerificationKeyTest {

    private static final KeyPair EC = TestAuthority.ec();
    private static final KeyPair RSA = TestAuthority.rsa(2048);
    private static final KeyPair ED = ed25519();
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    /** A key of no known kind, one of no known curve, and one that agrees on secrets but signs nothing. */
    private static final List<String> USELESS = List.of(
            "{\"kty\":\"AKP\",\"kid\":\"later\",\"pub\":\"AAAA\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-999\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
            edwards(Curve.X25519).build().toJSONString());

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void anEd25519KeyOfAJwksVerifies() throws Exception {
        Path file = jwks(
                curve(TestAuthority.ec()).keyID("another").build(),
                edwards(Curve.Ed25519).build());

        assertThat(fault(file, ED, JwsAlgorithm.ED_DSA)).isEqualTo("none");
    }

    @Test
    void keysOfKindsThatCannotBeUsedAreLeftOutOneByOne() throws Exception {
        Path file = write(
                Stream.concat(USELESS.stream(), Stream.of(curve(EC).build().toJSONString())));

        assertThat(VerificationKey.read(file)).extracting(VerificationKey::key).containsExactly(EC.getPublic());
        assertThat(fault(file, EC, JwsAlgorithm.ES256)).isEqualTo("none");
    }

    @Test
    void aFileWithoutAnyKeyThatCanBeUsedIsAnError() throws IOException {
        Path useless = write(USELESS.stream());

        assertThatThrownBy(() -> VerificationKey.read(useless))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("can be used");
    }

    @Test
    void aKeyThatIsTakenOutOfItsFileCountsNoMoreWhateverStandsThereInstead() throws Exception {
        Path file = jwks(curve(EC).build());
        Fresh<List<VerificationKey>> keys = new Fresh<>(List.of(file), () -> VerificationKey.read(file), nanos::get);
        assertThat(keys.get()).extracting(VerificationKey::key).containsExactly(EC.getPublic());

        write(Stream.concat(
                USELESS.stream(), Stream.of(edwards(Curve.Ed25519).build().toJSONString())));
        nanos.addAndGet(11_000_000_000L);

        assertThat(keys.get()).extracting(VerificationKey::key).containsExactly(ED.getPublic());
    }

    @Test
    void aKeyThatIsMeantForSomethingElseVerifiesNothing() throws Exception {
        JWK another = curve(TestAuthority.ec()).build();
        Path encrypts = jwks(curve(EC).keyUse(KeyUse.ENCRYPTION).build(), another);
        assertThat(VerificationKey.read(encrypts)).hasSize(1);
        assertThat(fault(encrypts, EC, JwsAlgorithm.ES256)).isEqualTo("hub.SignatureContent");

        Path signs = jwks(curve(EC).keyUse(KeyUse.SIGNATURE).build(), another);
        assertThat(fault(signs, EC, JwsAlgorithm.ES256)).isEqualTo("none");
    }

    @Test
    void aKeyThatNamesItsAlgorithmIsForNoOther() throws Exception {
        Path file = jwks(new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
                .algorithm(JWSAlgorithm.PS256)
                .build());

        assertThat(fault(file, RSA, JwsAlgorithm.PS256)).isEqualTo("none");
        assertThat(fault(file, RSA, JwsAlgorithm.RS256)).isEqualTo("hub.SignatureKey");
    }

    @Test
    void anAlgorithmThatAKeyNamesCountsInsideAMessageToo() throws Exception {
        SignedMessage message = signedBy(EC);

        assertThat(XmlSignature.fault(message, keys(curve(EC).algorithm(JWSAlgorithm.ES256))))
                .isEmpty();
        assertThat(XmlSignature.fault(message, keys(curve(EC).algorithm(JWEAlgorithm.ECDH_ES))))
                .contains(SignatureFault.KEY);
    }

    private List<VerificationKey> keys(ECKey.Builder key) throws Exception {
        return VerificationKey.read(jwks(key.build()));
    }

    private static SignedMessage signedBy(KeyPair keys) throws Exception {
        String message = "<a><AppHdr xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.001.001.02\"><b/></AppHdr></a>";
        SignedMessage unsigned =
                SignedMessage.read(message.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        byte[] signed = XmlSignature.sign(unsigned, keys.getPrivate()).orElseThrow();
        return SignedMessage.read(signed).orElseThrow();
    }

    private static String fault(Path file, KeyPair signer, JwsAlgorithm algorithm) throws Exception {
        String jws = DetachedJws.sign(BODY, signer.getPrivate(), algorithm, Optional.empty());
        Optional<Finding> fault =
                BodySignatures.of(new HubConfig.Signature(file, true)).fault(jws, BODY, false);
        return fault.map(Finding::id).orElse("none");
    }

    private Path jwks(JWK... keys) throws IOException {
        return write(Arrays.stream(keys).map(JWK::toJSONString));
    }

    private Path write(Stream<String> keys) throws IOException {
        String text = keys.collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        return Files.writeString(folder.resolve("keys.json"), text);
    }

    private static ECKey.Builder curve(KeyPair pair) {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic());
    }

    private static OctetKeyPair.Builder edwards(Curve curve) {
        byte[] encoded = ED.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(curve, Base64URL.encode(point));
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
