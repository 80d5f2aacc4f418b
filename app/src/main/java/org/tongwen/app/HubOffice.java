package org.tongwen.app;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.routes.access.ClientTls;
import org.tongwen.routes.access.TlsException;
import org.tongwen.routes.config.HubConfig.Tls;
import org.tongwen.routes.desk.Call;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** The desk of a running hub, over HTTP. */
final class HubOffice implements Office {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A check of a large journal takes its time. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final URI hub;
    private final Optional<String> key;
    private final HttpClient client;

    private HubOffice(URI hub, Optional<String> key, HttpClient client) {
        this.hub = hub;
        this.key = key;
        this.client = client;
    }

    /**
     * The hub at an address.
     *
     * @param key the operator's API key; empty for a hub that needs none
     * @param trusted the authorities whose certificates are taken; those of Java when it is empty
     */
    static Office at(URI hub, Optional<String> key, Optional<Path> trusted) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (hub.getScheme().equals("https")) {
            tls(client, trusted);
        }
        return new HubOffice(hub, key, client.build());
    }

    private static void tls(HttpClient.Builder client, Optional<Path> trusted) {
        try {
            Tls tls = new Tls(Optional.empty(), Optional.empty(), trusted, Tls.Clients.NONE);
            client.sslContext(ClientTls.context(Optional.of(tls))).sslParameters(ClientTls.parameters());
        } catch (TlsException e) {
            throw StopException.usage("the trusted certificates cannot be used: " + e.getMessage());
        }
    }

    @Override
    public Checked<byte[]> answer(Call call) {
        try {
            HttpResponse<byte[]> response = client.send(request(call), BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? Checked.of(response.body(), List.of())
                    : Checked.none(findings(response));
        } catch (IOException e) {
            throw StopException.refused("no hub answers at " + hub + ": " + Input.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StopException.refused("interrupted");
        }
    }

    private HttpRequest request(Call call) {
        String path = call.path().stream().map(HubOffice::encoded).collect(Collectors.joining("/", "/", ""));
        String query = call.parameters().entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        String base = hub.toString().replaceFirst("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(LONGEST)
                .method(call.method(), BodyPublishers.ofByteArray(call.body()));
        key.ifPresent(text -> request.header("X-API-Key", text));
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whatever else may stand before the hub answers in its own way. */
    private List<Finding> findings(HttpResponse<byte[]> response) {
        try {
            List<Finding> findings =
                    HubFindings.of(new ObjectMapper().readTree(response.body()).path("findings"));
            if (!findings.isEmpty()) {
                return findings;
            }
        } catch (IOException e) {
            // No JSON; said below.
        }
        throw StopException.refused(
                "what answers at " + hub + " is no hub, or stands before it: status " + response.statusCode());
    }

    @Override
    public void close() {}
}
