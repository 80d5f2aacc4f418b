package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.json;
import static org.tongwen.routes.LiveHub.mt103;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.deliver.Receiver;

/** What counts as the same message once more, and what does not. */
class RepeatsTest {

    private static final String TRANSLATION = "/translations/swift.mt103/to-iso";

    @TempDir
    private Path folder;

    private final ApiKey bank = ApiKey.random();
    private final Receiver receiver = new Receiver(post -> Receiver.OK);
    private LiveHub hub;

    @BeforeEach
    void start() {
        hub = new LiveHub(folder, """
                participants:
                  shanyin-bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: [lake-wallet]
                    profile: none
                    checks: {duplicates-within: 1h}
                  lake-wallet:
                    agents: [BBBBESMMXXX]
                    receives: {channel: http, to: "%s", mappings: {"*": iso}}
                """.formatted(bank.hash(), receiver.address()));
    }

    @AfterEach
    void stop() {
        hub.close();
        receiver.close();
    }

    private HttpResponse<String> post(String path, String body) {
        return hub.post(path, bank, body, "Idempotency-Key", "order-1");
    }

    private static boolean isRepeat(HttpResponse<String> answer) {
        return answer.headers().firstValue("Tongwen-Repeat").isPresent();
    }

    @Test
    void aPaymentUnderTheKeyOfItsTranslationIsSent() {
        assertThat(post(TRANSLATION, mt103("plain")).statusCode()).isEqualTo(200);

        HttpResponse<String> paid = post("/messages", mt103("plain"));

        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(202);
        assertThat(isRepeat(paid)).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.posts().size() == 1);
    }

    @Test
    void aTranslationUnderTheKeyOfAPaymentIsMade() {
        assertThat(post("/messages", mt103("plain")).statusCode()).isEqualTo(202);

        HttpResponse<String> translated = post(TRANSLATION, mt103("plain"));

        assertThat(translated.statusCode()).isEqualTo(200);
        assertThat(translated.body()).contains("FIToFICstmrCdtTrf");
    }

    @Test
    void theSameTranslationUnderOneKeyIsMadeOnce() {
        HttpResponse<String> first = post(TRANSLATION, mt103("plain"));
        HttpResponse<String> second = post(TRANSLATION, mt103("plain"));
        HttpResponse<String> other = post(TRANSLATION, mt103(2));

        assertThat(isRepeat(first)).isFalse();
        assertThat(isRepeat(second)).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void theWayBackHasAKeyOfItsOwn() {
        HttpResponse<String> iso = post(TRANSLATION, mt103("plain"));

        HttpResponse<String> back = post("/translations/swift.mt103/from-iso", iso.body());

        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(isRepeat(back)).isFalse();
    }

    @Test
    void theSamePaymentUnderOneKeyIsSentOnce() {
        HttpResponse<String> first = post("/messages", mt103("plain"));
        HttpResponse<String> second = post("/messages", mt103("plain"));

        assertThat(json(second).get("id")).isEqualTo(json(first).get("id"));
        assertThat(isRepeat(second)).isTrue();
        assertThat(post("/messages", mt103(2)).statusCode()).isEqualTo(409);
    }

    @Test
    void aPaymentThatComesTwiceAtOnceIsNoDuplicateOfItself() {
        for (int i = 1; i <= 30; i++) {
            String payment = mt103(i).replace("1280,5", (1000 + i) + ",5");
            CompletableFuture<HttpResponse<String>> one =
                    CompletableFuture.supplyAsync(() -> hub.post("/messages", bank, payment));
            CompletableFuture<HttpResponse<String>> two =
                    CompletableFuture.supplyAsync(() -> hub.post("/messages", bank, payment));

            assertThat(one.join().body()).isEqualTo(two.join().body()).contains("\"released\"");
            assertThat(isRepeat(one.join())).isNotEqualTo(isRepeat(two.join()));
        }
    }
}
