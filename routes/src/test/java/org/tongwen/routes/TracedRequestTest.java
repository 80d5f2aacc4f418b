package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;

/** A whole hub that sends traces: what it does for a request belongs to the trace that the request names. */
class TracedRequestTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path folder;

    @Test
    void aRequestsTraceGoesOnInTheHubAndNoFurther() throws Exception {
        List<String> posts = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        ApiKey key = ApiKey.random();
        try (LiveHub hub = new LiveHub(
                folder, """
                participants:
                  bank: {credentials: {api-keys: %s}, mappings: [swift.mt103], profile: none}
                observe: {traces: "http://127.0.0.1:%d"}
                """.formatted(key.hash(), collector.getAddress().getPort()))) {
            for (String trace : List.of("00-" + TRACE + "-00f067aa0ba902b7-01", "00-PRIVATE-" + TRACE, "PRIVATE")) {
                HttpResponse<String> answer = hub.post(
                        "/messages",
                        key,
                        BodyPublishers.ofString(LiveHub.mt103(1)),
                        "traceparent",
                        trace,
                        "tracestate",
                        "a=PRIVATE");
                assertThat(answer.statusCode()).isEqualTo(202);
                assertThat(answer.headers().map()).doesNotContainKeys("traceparent", "tracestate");
            }
            String id = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(posts).anyMatch(post -> post.contains(id)));
        } finally {
            collector.stop(0);
        }
        assertThat(posts).noneMatch(post -> post.contains("PRIVATE"));
    }
}
