package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.deliver.Receiver;

/**
 * A hub for tests of faults: a bank that sends to wallets, and what must hold after each fault: whatever was answered with 2xx reaches its receiver, once
 * for a receiver that keeps idempotency keys, and the journal is as it was written.
 */
final class Faults implements AutoCloseable {

    static final Duration BACK = Duration.ofSeconds(30);

    final LiveHub hub;
    private final ApiKey bank = ApiKey.random();
    private final ApiKey operator = ApiKey.random();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    /**
     * A hub.
     *
     * @param store the configuration's store, a line of YAML; empty for the usual one
     * @param wallets where wallets get messages, by the first four letters of their BIC
     */
    Faults(
            Path folder,
            String store,
            Map<String, Integer> wallets,
            UnaryOperator<HubOptions> how,
            Surroundings around) {
        StringBuilder yaml = new StringBuilder("""
                %s
                participants:
                  bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: "*"
                    profile: none
                  night-shift:
                    operator: yes
                    credentials: {api-keys: %s}
                delivery: {first: 100ms, ceiling: 400ms, timeout: 500ms}
                """.formatted(store, bank.hash(), operator.hash()));
        new TreeMap<>(wallets)
                .forEach((bic, port) ->
                        yaml.insert(yaml.indexOf("  bank:"), """
                  wallet-%s: {agents: [%sESMMXXX], receives: {channel: http, to: "http://127.0.0.1:%d/in", mappings: {"*": iso}}}
                """.formatted(bic.toLowerCase(Locale.ROOT), bic, port)));
        hub = new LiveHub(folder, yaml.toString(), how, around);
    }

    /** Sends a payment to the wallet of that BIC. */
    HttpResponse<String> send(int number, String bic) {
        HttpResponse<String> answer =
                hub.post("/messages", bank, LiveHub.mt103(number).replace("BBBBESMM", bic + "ESMM"));
        if (answer.statusCode() == 202
                && answer.headers().firstValue("Tongwen-Repeat").isEmpty()) {
            taken(LiveHub.json(answer).get("id").asText());
        }
        return answer;
    }

    /** This message was taken. */
    void taken(String id) {
        taken.add(id);
    }

    /** Sends it, and it is taken. */
    void pays(int number, String bic) {
        HttpResponse<String> answer = send(number, bic);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** Waits until a payment is taken, sent again and again by a sender that knows what 503 says. */
    void paysInTheEnd(int number, String bic) {
        await().atMost(BACK)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> send(number, bic).statusCode() == 202);
    }

    /** Which messages a receiver has, by their idempotency keys. */
    static Set<String> keys(Receiver receiver) {
        return receiver.posts().stream().map(Receiver.Post::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** All that was taken is at the receivers, nothing else is, the stories say so, and the chain of the journal is sound. */
    void allIsWell(Receiver... receivers) {
        await().atMost(BACK).untilAsserted(() -> {
            Set<String> got = new HashSet<>();
            List.of(receivers).forEach(receiver -> got.addAll(keys(receiver)));
            assertThat(got).containsExactlyInAnyOrderElementsOf(taken);
        });
        await().atMost(BACK).untilAsserted(() -> assertThat(states()).containsOnly("delivered"));
        await().atMost(BACK)
                .untilAsserted(() -> assertThat(get("/observe/metrics").body())
                        .contains("outbox_waiting 0.0\n", "outbox_dead 0.0\n"));
        HttpResponse<String> verified = hub.get("/journal/verification", operator);
        assertThat(LiveHub.json(verified).get("findings")).as(verified.body()).isEmpty();
    }

    /** Of some: the meters speak of all. */
    private Set<String> states() {
        return taken.stream()
                .limit(25)
                .map(id -> LiveHub.json(hub.get("/messages/" + id, operator))
                        .get("state")
                        .asText())
                .collect(Collectors.toSet());
    }

    /** The API key of the bank. */
    String bankKey() {
        return bank.text();
    }

    /** Asks as an operator. */
    HttpResponse<String> get(String path) {
        return hub.get(path, operator);
    }

    @Override
    public void close() {
        hub.close();
    }
}
