package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.TestAuthority;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ISSUER = "https://issuer.example";
    private static final KeyPair EC = TestAuthority.ec();
    private static final KeyPair RSA = TestAuthority.rsa(2048);

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Path jwks = Path.of("");
    private Gatekeeper gatekeeper = new Gatekeeper(List.of(), Revocations.NONE, Clock.systemUTC());

    @BeforeEach
    void write() throws IOException {
        jwks = folder.resolve("jwks.json");
        writeKeys(ecKey("e1", EC), rsaKey("r1", RSA));
        gatekeeper = gatekeeper(jwks.toString());
    }

    @AfterEach
    void close() throws Exception {
        gatekeeper.close();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void tokensOfBothAlgorithmsAreTaken() {
        assertThat(admit(es256("e1", claims().build()))).isEqualTo("acme");
        assertThat(admit(rs256("r1", claims().build()))).isEqualTo("acme");
        assertThat(admit(es256("", claims().build()))).as("without kid").isEqualTo("acme");
    }

    @Test
    void theSubjectSaysWhichParticipantItIs() {
        assertThat(admit(es256("e1", claims().subject("wallet-client").build())))
                .isEqualTo("wallet");
        assertThat(admit(es256(
                        "e1",
                        claims().subject("x")
                                .claim("client_id", "wallet-client")
                                .build())))
                .isEqualTo("wallet");
        assertThat(admit(es256("e1", claims().subject("stranger").build()))).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().subject(null).build()))).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void aPersonWhoIsNamedLikeAClientIsNotThatClient() {
        assertThat(admit(es256("e1", claims().claim("client_id", "web-shop").build())))
                .isEqualTo("hub.Unauthenticated");
    }

    @Test
    void onlyTimeWithAMinuteOfLeewayCounts() {
        assertThat(admit(expiring(Duration.ofSeconds(-59)))).isEqualTo("acme");
        assertThat(admit(expiring(Duration.ofSeconds(-60)))).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().expirationTime(null).build()))).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().notBeforeTime(at(60)).build()))).isEqualTo("acme");
        assertThat(admit(es256("e1", claims().notBeforeTime(at(61)).build()))).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().issueTime(at(61)).build()))).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void anotherIssuerOrAudienceIsRefused() {
        assertThat(admit(es256("e1", claims().issuer("https://evil.example").build())))
                .isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().issuer(null).build()))).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().audience("another").build()))).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256(
                        "e1", claims().audience(List.of("another", "tongwen")).build())))
                .isEqualTo("acme");
    }

    @Test
    void tokensWithoutSignatureAreRefused() {
        String plain = new PlainJWT(claims().build()).serialize();
        String signed = es256("e1", claims().build());
        String stripped = signed.substring(0, signed.lastIndexOf('.') + 1);

        assertThat(admit(plain)).isEqualTo("hub.Unauthenticated");
        assertThat(admit(stripped)).isEqualTo("hub.Unauthenticated");
        assertThat(admit(head("{\"alg\":\"None\"}") + body(signed) + ".")).isEqualTo("hub.Unauthenticated");
        assertThat(admit(head("{\"alg\":\"ES256\"}") + body(signed) + "." + zeros()))
                .isEqualTo("hub.Unauthenticated");
    }

    @Test
    void aPublicKeyIsNoSecret() throws JOSEException {
        for (byte[] secret :
                List.of(RSA.getPublic().getEncoded(), EC.getPublic().getEncoded())) {
            JWSSigner signer = new MACSigner(Arrays.copyOf(secret, Math.max(32, secret.length)));
            assertThat(admit(signed(JWSAlgorithm.HS256, "r1", claims().build(), signer)))
                    .isEqualTo("hub.Unauthenticated");
        }
    }

    @Test
    void otherAlgorithmsOfTheSameKeyAreRefused() throws JOSEException {
        JWSSigner signer = new RSASSASigner(RSA.getPrivate());

        assertThat(admit(signed(JWSAlgorithm.RS512, "r1", claims().build(), signer)))
                .isEqualTo("hub.Unauthenticated");
        assertThat(admit(signed(JWSAlgorithm.PS256, "r1", claims().build(), signer)))
                .isEqualTo("hub.Unauthenticated");
    }

    @Test
    void aForgedTokenIsRefused() {
        KeyPair own = TestAuthority.ec();
        String forged = signed("e1", claims().build(), own);
        String changed = head("{\"alg\":\"ES256\",\"kid\":\"e1\"}")
                + body(es256("e1", claims().subject("wallet-client").build()))
                + signature(es256("e1", claims().build()));

        assertThat(admit(forged)).isEqualTo("hub.Unauthenticated");
        assertThat(admit(changed)).isEqualTo("hub.Unauthenticated");
        assertThat(admit(es256("e1", claims().build()) + "x")).isEqualTo("hub.Unauthenticated");
    }

    /** The key that a token brings itself is nobody's. */
    @Test
    void keysInTheHeadOfATokenAreIgnored() throws JOSEException {
        KeyPair own = TestAuthority.ec();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(ecKey("own", own))
                .jwkURL(java.net.URI.create("http://127.0.0.1:1/keys"))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims().build());
        jwt.sign(new ECDSASigner(own.getPrivate(), Curve.P_256));

        assertThat(admit(jwt.serialize())).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void aTokenWithACriticalDemandOrOfAnotherTypeIsRefused() throws JOSEException {
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();
        JWSHeader other = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new com.nimbusds.jose.JOSEObjectType("dpop+jwt"))
                .build();
        for (JWSHeader header : List.of(critical, other)) {
            SignedJWT jwt = new SignedJWT(header, claims().build());
            jwt.sign(new ECDSASigner(EC.getPrivate(), Curve.P_256));
            assertThat(admit(jwt.serialize())).isEqualTo("hub.Unauthenticated");
        }
    }

    @Test
    void aTokenBoundToACertificateNeedsThatCertificate() throws Exception {
        TestAuthority.Issued right = TestAuthority.selfSigned("CN=acme");
        TestAuthority.Issued wrong = TestAuthority.selfSigned("CN=acme");
        String thumbprint = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(right.certificate().getEncoded()));
        String bound = es256(
                "e1", claims().claim("cnf", Map.of("x5t#S256", thumbprint)).build());
        String otherwise =
                es256("e1", claims().claim("cnf", Map.of("jkt", thumbprint)).build());

        assertThat(admit(bound)).isEqualTo("hub.Unauthenticated");
        assertThat(admit(bound, wrong)).isEqualTo("hub.Unauthenticated");
        assertThat(admit(bound, right)).isEqualTo("acme");
        assertThat(admit(bound)).as("once seen").isEqualTo("hub.Unauthenticated");
        assertThat(admit(bound, right)).as("once seen").isEqualTo("acme");
        assertThat(admit(otherwise, right)).isEqualTo("hub.Unauthenticated");
    }

    @Test
    void aKeyThatLeftTheFileOpensNothingMore() throws IOException {
        String token = es256("e1", claims().build());
        assertThat(admit(token)).isEqualTo("acme");

        KeyPair renewed = TestAuthority.ec();
        writeKeys(ecKey("e2-renewed", renewed));
        later(Duration.ofSeconds(2));

        assertThat(admit(token)).as("seen before").isEqualTo("hub.Unauthenticated");
        assertThat(admit(signed("e2-renewed", claims().build(), renewed))).isEqualTo("acme");
    }

    @Test
    void anUnreadableFileOfKeysLeavesTheKnownOnes() throws IOException {
        assertThat(admit(es256("e1", claims().build()))).isEqualTo("acme");

        Files.writeString(jwks, "{\"keys\": [");
        later(Duration.ofMinutes(1));

        assertThat(admit(es256("e1", claims().jwtID("2").build()))).isEqualTo("acme");
    }

    @Test
    void weakKeysOfTheIssuerAreNotUsed() throws Exception {
        KeyPair weak = TestAuthority.rsa(1024);
        writeKeys(rsaKey("weak", weak));
        JWSSigner signer = new RSASSASigner(weak.getPrivate(), Set.of(AllowWeakRSAKey.getInstance()));

        assertThat(admit(signed(JWSAlgorithm.RS256, "weak", claims().build(), signer)))
                .isEqualTo("hub.Unauthenticated");
    }

    @Test
    void keysBehindAnAddressAreFetchedOnceAndAgainForAnUnknownKeyButNotTooOften() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        gatekeeper = gatekeeper(serve(asked));
        for (int i = 0; i < 5; i++) {
            assertThat(admit(es256("e1", claims().jwtID("t" + i).build()))).isEqualTo("acme");
        }
        assertThat(asked).hasValue(1);

        KeyPair renewed = TestAuthority.ec();
        writeKeys(ecKey("e2", renewed), ecKey("e1", EC));
        for (int i = 0; i < 5; i++) {
            assertThat(admit(signed("e2", claims().build(), renewed))).isEqualTo("hub.Unauthenticated");
        }
        assertThat(asked).as("within the pause").hasValue(1);

        later(Duration.ofSeconds(31));
        assertThat(admit(signed("e2", claims().build(), renewed))).isEqualTo("acme");
        assertThat(asked).hasValue(2);
    }

    @Test
    void keysThatWereHadWorkWhileTheirAddressIsAway() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        gatekeeper = gatekeeper(serve(asked));
        assertThat(admit(es256("e1", claims().jwtID("1").build()))).isEqualTo("acme");

        for (AutoCloseable each : open) {
            each.close();
        }
        later(Duration.ofHours(1));

        assertThat(admit(es256("e1", claims().jwtID("2").build()))).isEqualTo("acme");
    }

    @Test
    void whileTheKeysWereNeverHadTheSenderIsToldToTryAgain() throws IOException {
        String away = serve(new AtomicInteger());
        open.forEach(AccessTokensTest::stop);
        gatekeeper = gatekeeper(away);

        Admission.Refused refused = (Admission.Refused)
                gatekeeper.admit(GatekeeperTest.shown("Bearer " + es256("e1", claims().build()), ""));

        assertThat(refused.finding().id()).isEqualTo("hub.TokenKeysAway");
        assertThat(refused.headers()).containsEntry("Retry-After", "30");
    }

    private Gatekeeper gatekeeper(String keys) {
        gatekeeper.close();
        return new Gatekeeper(
                List.of(
                        Participants.with("acme", Participants.tokens(ISSUER, "acme-client", keys)),
                        Participants.with("wallet", Participants.tokens(ISSUER, "wallet-client", keys))),
                Revocations.NONE,
                Clock.fixed(NOW, ZoneOffset.UTC),
                nanos::get);
    }

    private String serve(AtomicInteger asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] keys = Files.readAllBytes(jwks);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    private static void stop(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeKeys(JWK... keys) throws IOException {
        Files.writeString(jwks, new JWKSet(List.of(keys)).toString());
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String admit(String token, TestAuthority.Issued... certificates) {
        // Another each time, so that none comes near the limit of attempts.
        InetAddress address = GatekeeperTest.address("192.0.2." + attempts.incrementAndGet());
        Shown shown = new Shown(
                "Bearer " + token,
                "",
                Arrays.stream(certificates)
                        .map(TestAuthority.Issued::certificate)
                        .toList(),
                address);
        Admission admission = gatekeeper.admit(shown);
        return admission instanceof Admission.Admitted admitted
                ? admitted.participant().name()
                : ((Admission.Refused) admission).finding().id();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("acme-client")
                .audience("tongwen")
                .issueTime(at(-10))
                .expirationTime(at(300));
    }

    private static String expiring(Duration from) {
        return es256("e1", claims().expirationTime(at(from.toSeconds())).build());
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String es256(String kid, JWTClaimsSet claims) {
        return signed(kid, claims, EC);
    }

    private static String signed(String kid, JWTClaimsSet claims, KeyPair keys) {
        try {
            return signed(JWSAlgorithm.ES256, kid, claims, new ECDSASigner(keys.getPrivate(), Curve.P_256));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rs256(String kid, JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS256, kid, claims, new RSASSASigner(RSA.getPrivate()));
    }

    private static String signed(JWSAlgorithm algorithm, String kid, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(kid.isEmpty() ? null : kid)
                            .build(),
                    claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private static String body(String token) {
        return token.split("\\.")[1];
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.'));
    }

    private static String zeros() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    }

    private static ECKey ecKey(String kid, KeyPair keys) {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) keys.getPublic())
                .keyID(kid)
                .build();
    }

    private static RSAKey rsaKey(String kid, KeyPair keys) {
        return new RSAKey.Builder((RSAPublicKey) keys.getPublic()).keyID(kid).build();
    }
}
