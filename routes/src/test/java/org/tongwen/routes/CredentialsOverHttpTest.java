package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongwen.routes.LiveHub.finding;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** False tokens, certificates and keys at the door of a whole hub. No address may fail more than 20 times, so there is a limit to the cases of one hub. */
class CredentialsOverHttpTest {

    @TempDir
    private static Path folder;

    private static Parties parties;
    private static LiveHub hub;

    @BeforeAll
    static void start() {
        parties = new Parties(folder);
        hub = new LiveHub(folder, parties.yaml());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void noFalseTokenOpensAndAllAreAnsweredAlike() throws Exception {
        HttpResponse<String> stranger = LiveHub.send(parties.client(""), mappings());
        assertThat(stranger.statusCode()).isEqualTo(401);

        for (Map.Entry<String, String> token : falseTokens().entrySet()) {
            HttpResponse<String> answer = shown(parties.client(""), token.getValue());
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
            assertThat(answer.body()).as(token.getKey()).isEqualTo(stranger.body());
        }

        assertThat(shown(parties.client(""), Parties.token(claims().build())).statusCode())
                .as("a good one")
                .isEqualTo(200);
    }

    private static Map<String, String> falseTokens() throws Exception {
        Instant now = Instant.now();
        KeyPair other = TestAuthority.ec();
        ECDSASigner forger = new ECDSASigner(other.getPrivate(), Curve.P_256);
        String good = Parties.token(claims().build());
        String content = good.split("\\.")[1];
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put(
                "expired",
                Parties.token(claims().expirationTime(Date.from(now.minusSeconds(120)))
                        .build()));
        tokens.put("without an end", Parties.token(claims().expirationTime(null).build()));
        tokens.put(
                "not yet valid",
                Parties.token(
                        claims().notBeforeTime(Date.from(now.plusSeconds(120))).build()));
        tokens.put("forged", Parties.token(JWSAlgorithm.ES256, "e1", claims().build(), forger));
        tokens.put("of another key's name", Parties.token(JWSAlgorithm.ES256, "e2", claims().build(), forger));
        tokens.put(
                "of another issuer",
                Parties.token(claims().issuer("https://login.other.example").build()));
        tokens.put(
                "for another audience",
                Parties.token(claims().audience("elsewhere").build()));
        tokens.put("of nobody", Parties.token(claims().subject("epsilon-client").build()));
        tokens.put("without a signature", new PlainJWT(claims().build()).serialize());
        tokens.put(
                "none with a signature",
                part("{\"alg\":\"none\",\"kid\":\"e1\"}") + "." + content + good.substring(good.lastIndexOf('.')));
        tokens.put(
                "signed with the public key as secret",
                Parties.token(
                        JWSAlgorithm.HS256,
                        "e1",
                        claims().build(),
                        new MACSigner(Parties.TOKEN_KEYS.getPublic().getEncoded())));
        tokens.put(
                "signed with the file of keys as secret",
                Parties.token(
                        JWSAlgorithm.HS256,
                        "e1",
                        claims().build(),
                        new MACSigner(Files.readAllBytes(folder.resolve("jwks.json")))));
        return tokens;
    }

    @Test
    void aTokenBoundToACertificateOpensWithThatCertificateOnly() throws Exception {
        TestAuthority.Issued own = Parties.AUTHORITY.issue("CN=gamma-client");
        String token = Parties.token(bound(own));

        assertThat(shown(parties.client(Optional.of(own)), token).statusCode()).isEqualTo(200);
        assertThat(shown(parties.client(""), token).statusCode()).as("none").isEqualTo(401);
        TestAuthority.Issued another = Parties.AUTHORITY.issue("CN=gamma-client");
        assertThat(shown(parties.client(Optional.of(another)), token).statusCode())
                .as("another of the same name")
                .isEqualTo(401);
    }

    private static JWTClaimsSet bound(TestAuthority.Issued to) throws Exception {
        byte[] thumbprint =
                MessageDigest.getInstance("SHA-256").digest(to.certificate().getEncoded());
        return claims().claim(
                        "cnf",
                        Map.of(
                                "x5t#S256",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint)))
                .build();
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsTheConnection() {
        Instant now = Instant.now();
        TestAuthority.Issued forged = TestAuthority.named("CN=Clients, O=Test").issue(Parties.BETA);
        TestAuthority.Issued old =
                Parties.AUTHORITY.issue(Parties.BETA, now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.DAYS));
        TestAuthority.Issued early =
                Parties.AUTHORITY.issue(Parties.BETA, now.plus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS));

        Map.of("forged", forged, "expired", old, "not yet valid", early).forEach((kind, claimed) -> {
            HttpClient client = parties.client(Optional.of(claimed));
            assertThatThrownBy(() -> client.send(mappings().build(), BodyHandlers.ofString()), kind)
                    .isInstanceOf(IOException.class);
        });
    }

    @Test
    void aVouchedCertificateOfNobodyIsAStranger() {
        HttpClient nobody = parties.client(Optional.of(Parties.AUTHORITY.issue("CN=beta, O=Other Bank, C=GB")));

        assertThat(LiveHub.send(nobody, mappings()).statusCode()).isEqualTo(401);
        assertThat(LiveHub.send(parties.client("beta"), mappings()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void credentialsOfTwoOpenForNeither() {
        HttpResponse<String> keyOfAlpha = LiveHub.send(parties.client("beta"), parties.as("alpha", mappings()));
        HttpResponse<String> tokenOfGamma = LiveHub.send(parties.client("beta"), parties.as("gamma", mappings()));
        HttpResponse<String> keyAndToken =
                LiveHub.send(parties.client(""), parties.as("gamma", parties.as("alpha", mappings())));

        assertThat(List.of(keyOfAlpha, tokenOfGamma, keyAndToken)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(finding(answer)).isEqualTo("hub.Unauthenticated");
        });
    }

    private static JWTClaimsSet.Builder claims() {
        return Parties.claims();
    }

    private static HttpRequest.Builder mappings() {
        return hub.request("/mappings").GET();
    }

    private static HttpResponse<String> shown(HttpClient client, String token) {
        return LiveHub.send(client, mappings().header("Authorization", "Bearer " + token));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
