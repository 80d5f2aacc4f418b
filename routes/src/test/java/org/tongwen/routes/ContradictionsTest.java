package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.deliver.Receiver;
import org.tongwen.routes.journal.TestStore;

/** Of two answers that contradict each other and come in the same instant one goes on and one is held. */
class ContradictionsTest {

    private static final int PAYMENTS = 30;

    @TempDir
    private Path folder;

    private final ApiKey bank = ApiKey.random();
    private final ApiKey wallet = ApiKey.random();
    private final ApiKey operator = ApiKey.random();

    @Test
    void toOneHub() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "one", ""))) {
            play(hub, hub, receiver);
        }
    }

    @Test
    void toTwoHubsOnOneStore() throws IOException {
        Store.Postgres store = (Store.Postgres) TestStore.POSTGRES.fresh(folder);
        String yaml = "store: {postgres: \"%s\", user: postgres, keys: %s}\n".formatted(store.url(), store.keys());
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub one = hub(receiver, "one", yaml);
                LiveHub two = hub(receiver, "two", yaml)) {
            play(one, two, receiver);
        }
    }

    @Test
    void aPaymentLearnsOfAnAnswerThatWasHeldWhenItIsReleasedAndNotWhenItIsRefused() {
        try (Receiver receiver = new Receiver(post -> Receiver.OK);
                LiveHub hub = new LiveHub(folder, yaml(receiver, "one", ""))) {
            String refused = paidAndContradicted(1, "refuse", hub);
            String released = paidAndContradicted(2, "release", hub);

            assertThat(answers(refused, hub)).isEqualTo(1);
            assertThat(answers(released, hub)).isEqualTo(2);
        }
    }

    /** The payment whose second answer an operator decided about. */
    private String paidAndContradicted(int number, String decision, LiveHub hub) {
        HttpResponse<String> payment = hub.post("/messages", bank, LiveHub.mt103(number));
        answer(hub, number, "ACSC").join();
        String held = json(answer(hub, number, "RJCT").join()).get("id").asText();
        // Its sender did not hear the answer.
        answer(hub, number, "RJCT").join();
        HttpResponse<String> decided =
                hub.post("/messages/" + held + "/" + decision, operator, "{\"reason\": \"the wallet was asked\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        return json(payment).get("id").asText();
    }

    /** How many answers a payment knows of. */
    private long answers(String payment, LiveHub hub) {
        JsonNode story = json(hub.get("/messages/" + payment, operator));
        return story.findValuesAsText("event").stream()
                .filter("answered"::equals)
                .count();
    }

    private LiveHub hub(Receiver receiver, String node, String store) throws IOException {
        return new LiveHub(Files.createDirectory(folder.resolve(node)), yaml(receiver, node, store));
    }

    private String yaml(Receiver receiver, String node, String store) {
        return """
                node: %s
                %sparticipants:
                  shanyin-bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: [lake-wallet]
                    profile: none
                    receives: {channel: http, to: "http://127.0.0.1:%d/bank", mappings: {"*": iso}}
                  lake-wallet:
                    agents: [BBBBESMMXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    counterparties: [shanyin-bank]
                    profile: none
                    receives: {channel: http, to: "http://127.0.0.1:%d/wallet", mappings: {"*": iso}}
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                """.formatted(
                        node, store, bank.hash(), receiver.port(), wallet.hash(), receiver.port(), operator.hash());
    }

    /** The two hubs get one answer each. */
    private void play(LiveHub one, LiveHub two, Receiver receiver) {
        List<Optional<String>> found = new ArrayList<>();
        for (int number = 1; number <= PAYMENTS; number++) {
            assertThat(one.post("/messages", bank, LiveHub.mt103(number)).statusCode())
                    .isEqualTo(202);
            CompletableFuture<HttpResponse<String>> paid = answer(one, number, "ACSC");
            CompletableFuture<HttpResponse<String>> refused = answer(two, number, "RJCT");
            Stream.of(paid, refused)
                    .map(CompletableFuture::join)
                    .map(ContradictionsTest::standsAgainst)
                    .forEach(found::add);
        }

        assertThat(found.stream().flatMap(Optional::stream)).hasSize(PAYMENTS).containsOnly("hub.ContradictingStatus");
        await().until(() -> receiver.posts().size() >= 2 * PAYMENTS);
        assertThat(Faults.keys(receiver)).hasSize(2 * PAYMENTS);
    }

    /** What it is held for; empty when it is not. */
    private static Optional<String> standsAgainst(HttpResponse<String> answer) {
        JsonNode body = json(answer);
        return body.path("state").asText().equals("released") ? Optional.empty() : Optional.of(LiveHub.finding(answer));
    }

    private CompletableFuture<HttpResponse<String>> answer(LiveHub hub, int number, String code) {
        UnaryOperator<String> status = xml -> xml.replace("ST-1", code + "-" + number)
                .replace("REF4471", "REF" + number)
                .replace("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52", "5f1c2e0a-9d3b-4c77-8a21-%012d".formatted(number))
                .replace("ACSC", code);
        return CompletableFuture.supplyAsync(() -> hub.post("/messages", wallet, status.apply(MessagesTest.status())));
    }
}
