package org.tongwen.app.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.tongwen.routes.access.ApiKey;

/** Speaks to hubs, and tries nothing a second time by itself. */
final class HubClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /**
     * What a hub answered.
     *
     * @param status the HTTP status
     * @param repeat whether the hub says that it has answered this before
     * @param id the hub's own name of the message; empty when it has none
     * @param body the answer itself
     */
    record Answer(int status, boolean repeat, String id, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        /** What became of a message; empty when the answer does not say. */
        String state() {
            return json().path("state").asText();
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Hands a message over. */
    Answer send(Outgoing message, HubNode hub) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(hub, "/messages", message.from().key()).POST(BodyPublishers.ofByteArray(message.body()));
        message.key().ifPresent(key -> request.setHeader("Idempotency-Key", key));
        return answer(request);
    }

    /** Reads something. */
    Answer get(HubNode hub, String path, ApiKey key) throws IOException, InterruptedException {
        return answer(request(hub, path, key));
    }

    private static HttpRequest.Builder request(HubNode hub, String path, ApiKey key) {
        return HttpRequest.newBuilder(hub.uri(path)).timeout(TIMEOUT).header("X-API-Key", key.text());
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Tongwen-Repeat").isPresent(),
                response.headers().firstValue("Tongwen-Message-Id").orElse(""),
                response.body());
    }
}
