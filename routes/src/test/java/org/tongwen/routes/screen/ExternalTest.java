package org.tongwen.routes.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.Secret;

class ExternalTest {

    private static final Runnable NOBODY = () -> {};

    private final Participant acme = Payers.participant(Payers.screened());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Answer> answer = new AtomicReference<>();
    private final AtomicReference<JsonNode> asked = new AtomicReference<>();
    private final AtomicReference<String> bearer = new AtomicReference<>();
    private HttpServer server;
    private Duration timeout = Duration.ofSeconds(10);

    /** What the service does with a request. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.set(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
            bearer.set(exchange.getRequestHeaders().getFirst("Authorization"));
            Objects.requireNonNull(answer.get()).give(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Answer body(int status, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private Judgement judge(boolean open, Optional<Secret> token) {
        HubConfig.Screening service = new HubConfig.Screening(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/screen",
                timeout,
                open,
                token,
                Optional.empty());
        Screening screening = new Screening(
                Payers.config(acme, Optional.of(service)), new MemoryTallies(), HttpClient.newHttpClient());
        return screening.judge(Payers.subject(acme, Duration.ZERO, Payers.Order.PLAIN), NOBODY);
    }

    private Judgement judge() {
        return judge(false, Optional.empty());
    }

    @Test
    void theServiceGetsTheMessageAndItsDecisionCounts(@TempDir Path folder) throws IOException {
        answer.set(body(200, "{\"decision\":\"clear\"}"));
        Path token = Files.writeString(folder.resolve("token"), "t0k3n\n");

        assertThat(judge(false, Optional.of(new Secret.InFile(token)))).isInstanceOf(Judgement.Clear.class);
        JsonNode question = Objects.requireNonNull(asked.get());
        assertThat(question.path("participant").asText()).isEqualTo("acme");
        assertThat(question.path("message").asText()).isEqualTo("pacs.008.001.08");
        assertThat(question.path("id").asText()).hasSize(36);
        assertThat(question.path("iso").asText()).contains("<MsgId>M-1</MsgId>");
        assertThat(bearer.get()).isEqualTo("Bearer t0k3n");
    }

    @Test
    void aHitHoldsTheMessageAndTellsTheReason() {
        answer.set(body(200, "{\"extra\":{\"a\":[1]},\"decision\":\"hit\",\"reason\":\"list 7\"}"));

        assertThat(judge()).isInstanceOf(Judgement.Hit.class);
        assertThat(judge().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("screen.External");
            assertThat(finding.hint()).isEqualTo("list 7");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clear",
                "[]",
                "{}",
                "{\"decision\":true}",
                "{\"decision\":\"maybe\"}",
                "{\"decision\":\"clear\"",
                "{\"decision\":\"clear\"}{}",
                "\"clear\"",
            })
    void whatIsNoAnswerHoldsTheMessage(String garbage) {
        answer.set(body(200, garbage));

        assertThat(judge()).isInstanceOf(Judgement.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 400, 401, 404, 429, 500, 503})
    void anotherStatusHoldsTheMessage(int status) {
        answer.set(body(status, status == 204 ? "" : "{\"decision\":\"clear\"}"));

        assertThat(judge()).isInstanceOf(Judgement.Unavailable.class);
    }

    @Test
    void anAnswerThatIsTooLongHoldsTheMessage() {
        answer.set(body(200, "{\"decision\":\"clear\",\"reason\":\"" + "x".repeat(70_000) + "\"}"));

        assertThat(judge()).isInstanceOf(Judgement.Unavailable.class);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeHoldsTheMessage() {
        answer.set(exchange -> sleep(5_000));
        timeout = Duration.ofMillis(700);

        long start = System.nanoTime();
        assertThat(judge()).isInstanceOf(Judgement.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void anAnswerThatDripsInHoldsTheMessageWhenTheTimeIsOver() {
        timeout = Duration.ofMillis(700);
        answer.set(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 50; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                sleep(100);
            }
        });

        long start = System.nanoTime();
        assertThat(judge()).isInstanceOf(Judgement.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aServiceThatIsAwayHoldsTheMessageUnlessTheConfigurationSaysOtherwise() {
        server.stop(0);

        assertThat(judge(false, Optional.empty())).isInstanceOf(Judgement.Unavailable.class);
        Judgement open = judge(true, Optional.empty());
        assertThat(open).isInstanceOf(Judgement.Clear.class);
        assertThat(open.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("hub.ScreeningUnavailable");
            assertThat(finding.severity().word()).isEqualTo("warning");
        });
    }

    @Test
    void aSecretThatIsAwayHoldsTheMessage(@TempDir Path folder) {
        answer.set(body(200, "{\"decision\":\"clear\"}"));

        assertThat(judge(false, Optional.of(new Secret.InFile(folder.resolve("none")))))
                .isInstanceOf(Judgement.Unavailable.class);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
