package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.routes.LiveHub.json;
import static org.tongwen.routes.LiveHub.mt103;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;

/** What a sender reads of what was made for its receiver: that it was made. */
class SendersStoryTest {

    @TempDir
    private Path folder;

    private final ApiKey bank = ApiKey.random();
    private final ApiKey clearing = ApiKey.random();
    private final ApiKey operator = ApiKey.random();
    private LiveHub hub;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectory(folder.resolve("wallet"));
        hub = new LiveHub(folder, """
                participants:
                  shanyin-bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    counterparties: [lake-wallet]
                    profile: none
                  clearing-desk:
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: [lake-wallet]
                    profile: none
                  lake-wallet:
                    agents: [BBBBESMMXXX]
                    receives: {channel: folder, to: wallet, mappings: {"*": swift.mt103}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                """.formatted(bank.hash(), clearing.hash(), operator.hash()));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private String released(HttpResponse<String> answer) {
        assertThat(json(answer).path("state").asText()).as(answer.body()).isEqualTo("released");
        return "/messages/" + json(answer).get("id").asText();
    }

    private List<JsonNode> translations(String message, ApiKey viewer) {
        List<JsonNode> details = new ArrayList<>();
        json(hub.get(message, viewer)).get("steps").forEach(step -> {
            if (step.get("event").asText().equals("translated")) {
                details.add(step.path("detail"));
            }
        });
        return details;
    }

    @Test
    void theMappingOfTheReceiverIsHidden() {
        String iso = hub.post("/translations/swift.mt103/to-iso", clearing, mt103("plain"))
                .body();
        String message = released(hub.post("/messages", bank, iso));

        assertThat(translations(message, operator).get(1).get("mapping").asText())
                .isEqualTo("swift.mt103");
        assertThat(translations(message, bank).get(1)).hasToString("{\"receiver\":\"lake-wallet\"}");
        assertThat(hub.get(message, bank).body()).doesNotContain("swift.mt103");
    }

    @Test
    void itsOwnMappingIsNot() {
        String message = released(hub.post("/messages", clearing, mt103("plain")));

        JsonNode own = translations(message, clearing).get(0);

        assertThat(own).isEqualTo(translations(message, operator).get(0));
        assertThat(own.get("mapping").asText()).isEqualTo("swift.mt103");
        assertThat(translations(message, clearing).get(1)).hasToString("{\"receiver\":\"lake-wallet\"}");
    }
}
