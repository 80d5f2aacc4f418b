package org.tongwen.routes.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracesTest {

    private final List<String> posts = new CopyOnWriteArrayList<>();
    private HttpServer collector;
    private int port;

    @BeforeEach
    void listen() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            posts.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(body, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void leave() {
        collector.stop(0);
    }

    private DefaultCamelContext context() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("netty-http:http://127.0.0.1:" + port + "/payments?matchOnUriPrefix=true")
                        .routeId("payments")
                        .to("direct:check");
                from("direct:check").routeId("check").process(exchange -> {
                    if (exchange.getMessage().getBody(String.class).contains("bad")) {
                        throw new IllegalStateException("PRIVATE in an exception");
                    }
                });
            }
        });
        return context;
    }

    private int post(String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/payments/PRIVATE?debtor_name=PRIVATE");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("X-Debtor", "PRIVATE")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void goToTheCollectorWithoutAnythingOfAMessage() throws Exception {
        Traces traces = Traces.to("http://127.0.0.1:" + collector.getAddress().getPort(), "hub-1");
        try (DefaultCamelContext context = context()) {
            traces.follow(context);
            context.start();
            assertThat(post("PRIVATE good")).isEqualTo(200);
            assertThat(post("PRIVATE bad")).isEqualTo(500);
            await().atMost(Duration.ofSeconds(20)).until(() -> !posts.isEmpty());
        } finally {
            traces.close();
        }

        String sent = String.join("\n", posts);
        assertThat(posts).allMatch(post -> post.startsWith("POST /v1/traces "));
        assertThat(sent).contains("tongwen", "hub-1", "check").doesNotContain("PRIVATE", "X-Debtor", "good");
    }

    @Test
    void doNotDisturbMessagesWhenTheCollectorIsAway() throws Exception {
        int nowhere = collector.getAddress().getPort();
        collector.stop(0);
        Traces traces = Traces.to("http://127.0.0.1:" + nowhere, "hub-1");
        try (DefaultCamelContext context = context()) {
            traces.follow(context);
            context.start();

            assertThat(post("good")).isEqualTo(200);
        }
        traces.close();
        assertThat(posts).isEmpty();
    }
}
