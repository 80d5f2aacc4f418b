package org.tongwen.routes;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.access.ClientTls;
import org.tongwen.routes.config.HubConfig;

/**
 * Participants of a hub over TLS who are known in different ways and may do different things:
 *
 * <ul>
 *   <li>{@code alpha}, by API key, has the mapping of MT 103 and sends to beta
 *   <li>{@code beta}, by certificate, has ISO messages only, sends to alpha, and receives
 *   <li>{@code gamma}, by token, has a mapping of its own and ISO messages, and sends to nobody
 *   <li>{@code delta}, by API key, sends to alpha, but has no mapping
 *   <li>{@code night-shift}, by API key, is an operator
 * </ul>
 */
final class Parties {

    static final String ISSUER = "https://login.example";
    static final String BETA = "CN=beta, O=Beta Bank, C=GB";
    static final TestAuthority AUTHORITY = TestAuthority.named("CN=Clients, O=Test");
    static final KeyPair TOKEN_KEYS = TestAuthority.ec();

    private static final TestAuthority.Issued SERVER = TestAuthority.selfSigned("CN=hub");

    private final Path folder;
    private final Map<String, ApiKey> keys =
            Map.of("alpha", ApiKey.random(), "delta", ApiKey.random(), "night-shift", ApiKey.random());
    private final Map<String, HttpClient> clients = new HashMap<>();
    private final HttpClient stranger;

    /** With their files in that folder. */
    Parties(Path folder) {
        this.folder = folder;
        SERVER.certificate(folder.resolve("hub.pem"));
        SERVER.key(folder.resolve("hub.key"));
        AUTHORITY.own().certificate(folder.resolve("authority.pem"));
        ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) TOKEN_KEYS.getPublic())
                .keyID("e1")
                .build();
        try {
            Files.writeString(folder.resolve("jwks.json"), new JWKSet(key).toString());
            Files.createDirectories(folder.resolve("beta"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.put("beta", client(Optional.of(AUTHORITY.issue(BETA))));
        stranger = client(Optional.empty());
    }

    /** The hub's configuration. */
    String yaml() {
        return """
                listen: {tls: {certificate: hub.pem, key: hub.key, trusted: authority.pem, clients: asked}}
                participants:
                  alpha:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: [beta]
                    profile: none
                  beta:
                    agents: [BBBBESMMXXX]
                    credentials: {subjects: "%s"}
                    mappings: [iso]
                    counterparties: [alpha]
                    receives: {channel: folder, to: beta, mappings: {"*": iso}}
                  gamma:
                    agents: [GGGGFRPPXXX]
                    credentials: {tokens: {issuer: "%s", subject: gamma-client, audience: tongwen, keys: jwks.json}}
                    mappings: [iso, wechat-pay.*]
                  delta:
                    credentials: {api-keys: %s}
                    counterparties: [alpha]
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                observe: {open: no}
                """.formatted(
                        key("alpha").hash(),
                        BETA,
                        ISSUER,
                        key("delta").hash(),
                        key("night-shift").hash());
    }

    /** The API key of one who has one. */
    ApiKey key(String name) {
        return Optional.ofNullable(keys.get(name)).orElseThrow();
    }

    /** The connections of a participant, or of somebody who shows no certificate. */
    HttpClient client(String name) {
        return Optional.ofNullable(clients.get(name)).orElse(stranger);
    }

    /** Connections that show a certificate, or none. */
    HttpClient client(Optional<TestAuthority.Issued> own) {
        String name = "client-"
                + own.map(issued -> issued.certificate().getSerialNumber().toString())
                        .orElse("none");
        HubConfig.Tls tls = new HubConfig.Tls(
                own.map(issued -> issued.certificate(folder.resolve(name + ".pem"))),
                own.map(issued -> issued.key(folder.resolve(name + ".key"))),
                Optional.of(folder.resolve("hub.pem")),
                HubConfig.Tls.Clients.NONE);
        return HttpClient.newBuilder()
                .sslContext(ClientTls.context(Optional.of(tls)))
                .sslParameters(ClientTls.parameters())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Lets a request show what its sender shows. */
    HttpRequest.Builder as(String name, HttpRequest.Builder request) {
        return switch (name) {
            case "alpha", "delta", "night-shift" ->
                request.header("X-API-Key", key(name).text());
            case "gamma" -> request.header("Authorization", "Bearer " + token(claims().build()));
            default -> request;
        };
    }

    /** What stands in a good token of gamma. */
    static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("gamma-client")
                .audience("tongwen")
                .issueTime(Date.from(now.minusSeconds(10)))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    /** A token signed with the issuer's key. */
    static String token(JWTClaimsSet claims) {
        try {
            return token(JWSAlgorithm.ES256, "e1", claims, new ECDSASigner(TOKEN_KEYS.getPrivate(), Curve.P_256));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token signed in any way. */
    static String token(JWSAlgorithm algorithm, String kid, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT jwt =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
