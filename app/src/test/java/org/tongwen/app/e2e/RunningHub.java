package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongwen.app.TemporaryFolder;
import org.tongwen.mappings.Mappings;
import org.tongwen.routes.Hub;
import org.tongwen.routes.HubOptions;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** A hub as a bank runs it, with the built-in mappings on a free loopback port, and a client that knows only HTTP. */
final class RunningHub implements AutoCloseable {

    static final String WRAPPER = "application/vnd.tongwen.translation+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hub hub;
    private final TemporaryFolder data;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private RunningHub(Hub hub, TemporaryFolder data) {
        this.hub = hub;
        this.data = data;
    }

    static RunningHub start() {
        return start(options -> options);
    }

    static RunningHub start(UnaryOperator<HubOptions> change) {
        Catalogue catalogue = Catalogue.builtIn();
        Checked<Mappings> mappings = Mappings.builtIn(catalogue);
        assertThat(mappings.findings()).isEmpty();
        MessageValidator validator = new MessageValidator(catalogue, Limits.DEFAULT);
        TemporaryFolder data = TemporaryFolder.create("hub");
        HubOptions options = change.apply(
                HubOptions.of(HubConfig.local(data.path(), "127.0.0.1")).port(0));
        Hub hub = Hub.start(
                options,
                ServedMappings.fixed(mappings.value().orElseThrow(), Instant.now()),
                catalogue,
                validator::validate);
        return new RunningHub(hub, data);
    }

    /** An answer. */
    record Answer(int status, String contentType, String body, int losses, int findings) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        /** The same, if all went well. */
        Answer ok() {
            assertThat(status).as(body).isEqualTo(200);
            return this;
        }
    }

    int port() {
        return hub.port().orElseThrow();
    }

    /** Translates, for the document alone. */
    Answer translate(String mapping, String direction, byte[] document, Map<String, String> given) {
        return send(request("/translations/" + mapping + "/" + direction + query(given))
                .POST(BodyPublishers.ofByteArray(document)));
    }

    /** Translates, for result, findings and losses together. */
    JsonNode wrapped(String mapping, String direction, String document, Map<String, String> given) {
        Answer answer = send(request("/translations/" + mapping + "/" + direction + query(given))
                .header("Accept", WRAPPER)
                .POST(BodyPublishers.ofString(document)));
        assertThat(answer.ok().contentType()).isEqualTo(WRAPPER + "; charset=utf-8");
        return answer.json();
    }

    Answer post(String path, byte[] document) {
        return send(request(path).POST(BodyPublishers.ofByteArray(document)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> got = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    got.statusCode(),
                    got.headers().firstValue("Content-Type").orElse(""),
                    got.body(),
                    (int) got.headers().firstValueAsLong("Tongwen-Losses").orElse(-1),
                    (int) got.headers().firstValueAsLong("Tongwen-Findings").orElse(-1));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String query(Map<String, String> given) {
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(value -> value.getKey() + "=" + encoded(value.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        hub.close();
        data.close();
    }
}
