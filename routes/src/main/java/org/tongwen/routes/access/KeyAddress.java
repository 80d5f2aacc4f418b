package org.tongwen.routes.access;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.tongwen.routes.config.Jwks;

/** A JWKS behind an address. Redirects are not followed: whoever can answer for the address can let anybody in. */
final class KeyAddress implements KeySource.Origin {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    KeyAddress(URI address) {
        this.address = address;
    }

    @Override
    public List<JWK> read() throws IOException, ParseException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                return Jwks.parse(text(body)).known();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("too large");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean mayHaveChanged() {
        return false;
    }

    @Override
    public Duration age() {
        return Duration.ofMinutes(10);
    }
}
