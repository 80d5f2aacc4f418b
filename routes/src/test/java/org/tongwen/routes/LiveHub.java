package org.tongwen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tongwen.mappings.Mappings;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.config.Channels;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfigReader;
import org.tongwen.routes.config.Known;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** A whole hub as a bank runs it, by a configuration and with the built-in mappings, on a free port; and requests to it. */
final class LiveHub implements AutoCloseable {

    private static final Path SAMPLES = Path.of("../mappings/institutions/swift/samples/mt103");

    /** Those of the product, read once. */
    static final Mappings MAPPINGS =
            Mappings.builtIn(Catalogue.builtIn()).value().orElseThrow();

    final Hub hub;
    private final HubConfig config;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** A hub that remembers beside its configuration. */
    LiveHub(Path folder, String yaml) {
        this(folder, yaml, options -> options, Surroundings.USUAL);
    }

    LiveHub(Path folder, String yaml, UnaryOperator<HubOptions> how, Surroundings surroundings) {
        config = config(folder, yaml);
        Catalogue catalogue = Catalogue.builtIn();
        hub = Hub.start(
                how.apply(HubOptions.of(config).port(0)),
                ServedMappings.fixed(MAPPINGS, Instant.parse("2026-11-21T02:30:00Z")),
                catalogue,
                new MessageValidator(catalogue, Limits.DEFAULT)::validate,
                surroundings);
    }

    private static HubConfig config(Path folder, String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("hub.yaml"), yaml);
            Checked<HubConfig> read =
                    HubConfigReader.read(file, Known.of(MAPPINGS, Set.of("none", "cbpr-plus"), Channels.builtIn()));
            return read.value().orElseThrow(() -> new AssertionError(read.findings()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The document of a sample of MT 103. */
    static String mt103(String sample) {
        try {
            return Files.readString(SAMPLES.resolve(sample).resolve("institution.txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The plain MT 103 under references of its own. */
    static String mt103(int number) {
        return mt103("plain")
                .replace("REF4471", "REF" + number)
                .replace("E2E-4471", "E2E-" + number)
                .replace("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52", "5f1c2e0a-9d3b-4c77-8a21-%012d".formatted(number));
    }

    int port() {
        return hub.port().orElseThrow();
    }

    URI uri(String path) {
        String scheme = config.listen().tls().isPresent() ? "https://localhost:" : "http://127.0.0.1:";
        return URI.create(scheme + port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client, request);
    }

    static HttpResponse<String> send(HttpClient by, HttpRequest.Builder request) {
        try {
            return by.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String path, ApiKey key) {
        return send(request(path).header("X-API-Key", key.text()));
    }

    HttpResponse<String> post(String path, ApiKey key, String body, String... headers) {
        return post(path, key, BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> post(String path, ApiKey key, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(path).header("X-API-Key", key.text());
        return send((headers.length == 0 ? request : request.headers(headers)).POST(body));
    }

    /** Sends bytes as they are and returns all that comes back until the hub closes the connection. */
    String raw(String bytes) throws IOException {
        return RawHttp.send(port(), bytes);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return new JsonMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** The id of the first finding in a problem. */
    static String finding(HttpResponse<String> answer) {
        return json(answer).at("/findings/0/id").asText();
    }

    @Override
    public void close() {
        hub.close();
    }
}
