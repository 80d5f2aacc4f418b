package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;

/** Messages that are handed over as files: each once, whatever becomes of the receipt. */
class FolderMessagesTest {

    private static final Map<String, String> QUICK =
            Map.of("tongwen.folder.delay", "100", "tongwen.folder.readLockCheckInterval", "100");
    private static final String FOLDER = "alpha/messages";

    @TempDir
    private Path root;

    private final ApiKey sender = ApiKey.random();
    private final ApiKey operator = ApiKey.random();

    private LiveHub start(String more) {
        String yaml = """
                participants:
                  alpha:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    profile: none
                    %s
                  night-shift: {operator: yes, credentials: {api-keys: %s}}
                """.formatted(sender.hash(), more, operator.hash());
        return new LiveHub(
                root, yaml, options -> options.folder(root.resolve("hub")).properties(QUICK), Surroundings.USUAL);
    }

    @Test
    void aFileWithoutReceiptIsNotHandedOverAgainAfterItWasRefused() throws Exception {
        Path outbox = blockTheOutbox();
        try (LiveHub hub = start("checks: {amounts: {CNY: 1.00}}")) {
            drop();
            await().atMost(Duration.ofSeconds(20)).until(() -> messages(hub).size() == 1);
            String id = refuse(hub);
            Thread.sleep(1_500);
            assertThat(messages(hub)).hasSize(1);

            Files.delete(outbox);
            await().atMost(Duration.ofSeconds(20)).until(() -> isDone());
            assertThat(messages(hub)).hasSize(1);
            JsonNode receipt = new JsonMapper()
                    .readTree(outbox.resolve(FOLDER).resolve("pay.json").toFile());
            assertThat(receipt.get("id").asText()).isEqualTo(id);
            assertThat(receipt.get("state").asText()).isEqualTo("held");
        }
    }

    @Test
    void aFileWithoutReceiptIsKnownByTheNextProcess() throws Exception {
        Path outbox = blockTheOutbox();
        try (LiveHub hub = start("checks: {amounts: {CNY: 1.00}}")) {
            drop();
            await().atMost(Duration.ofSeconds(20)).until(() -> messages(hub).size() == 1);
            refuse(hub);
        }
        Files.delete(outbox);
        try (LiveHub hub = start("checks: {amounts: {CNY: 1.00}}")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> isDone());
            assertThat(messages(hub)).hasSize(1);
        }
    }

    @Test
    void aFileIsNoLargerThanTheLimitOfItsParticipant() throws Exception {
        try (LiveHub hub = start("limits: {max-size: 500B}")) {
            drop();
            Path findings = root.resolve("hub/failed").resolve(FOLDER).resolve("pay.findings.json");
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(findings));

            assertThat(findings).content().contains("hub.TooLarge", "500 bytes");
            assertThat(messages(hub)).isEmpty();
        }
    }

    @Test
    void theSameByHttpGetsTheReceiptAsAnAnswer() throws Exception {
        try (LiveHub hub = start("assign-uetr: no")) {
            drop();
            await().atMost(Duration.ofSeconds(20)).until(() -> isDone());

            HttpResponse<String> again = hub.post("/messages", sender, Samples.PACS_008);

            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(again.headers().firstValue("Tongwen-Repeat")).contains("true");
            assertThat(messages(hub)).hasSize(1);
        }
    }

    private JsonNode messages(LiveHub hub) {
        return LiveHub.json(hub.get("/messages", operator)).get("messages");
    }

    private String refuse(LiveHub hub) {
        String id = messages(hub).at("/0/id").asText();
        HttpResponse<String> answer = hub.post("/messages/" + id + "/refuse", operator, "{\"reason\":\"fraud\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return id;
    }

    /** Receipts cannot be written, whoever runs the hub. */
    private Path blockTheOutbox() throws IOException {
        Files.createDirectories(root.resolve("hub"));
        return Files.writeString(root.resolve("hub/outbox"), "a file where a folder should be");
    }

    private boolean isDone() {
        return Files.exists(root.resolve("hub/done").resolve(FOLDER).resolve("pay.xml"));
    }

    private void drop() throws IOException {
        Path file = Files.writeString(root.resolve("pay.xml"), Samples.PACS_008);
        Path inbox = Files.createDirectories(root.resolve("hub/inbox").resolve(FOLDER));
        Files.move(file, inbox.resolve("pay.xml"));
    }
}
