package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.access.ApiKey;
import org.tongwen.routes.access.BodySignatures;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.deliver.Receiver;

/** What a whole hub signs for a receiver. */
class SignedDeliveryTest {

    @TempDir
    private Path folder;

    @Test
    void aSignedMessageIsTheSameAtEachAttempt() throws Exception {
        KeyPair keys = TestAuthority.ec();
        TestAuthority.key(folder.resolve("signing.pem"), keys.getPrivate());
        Path known = TestAuthority.key(folder.resolve("known.pem"), keys.getPublic());
        ApiKey key = ApiKey.random();
        AtomicInteger left = new AtomicInteger(3);
        try (Receiver receiver = new Receiver(post -> left.getAndDecrement() > 0 ? Receiver.answer(503) : Receiver.OK);
                LiveHub hub = new LiveHub(folder, """
                        participants:
                          bank:
                            agents: [BANKCNBJXXX]
                            credentials: {api-keys: %s}
                            mappings: [iso]
                            counterparties: "*"
                            profile: none
                          other:
                            agents: [BANKDEFFXXX]
                            receives: {channel: http, to: "%s", mappings: {"*": iso}, signing-key: signing.pem}
                        delivery: {first: 50ms, ceiling: 100ms}
                        """.formatted(key.hash(), receiver.address()))) {
            assertThat(hub.post("/messages", key, Samples.WITH_HEADER).statusCode())
                    .isEqualTo(202);

            await().atMost(Duration.ofSeconds(20)).until(() -> receiver.posts().size() == 4);
            String body = receiver.bodies().get(0);
            assertThat(receiver.bodies()).containsOnly(body);
            assertThat(receiver.posts()).noneMatch(post -> post.headers().containsKey("tongwen-signature"));
            assertThat(BodySignatures.of(new HubConfig.Signature(known, true)).fault("", body.getBytes(UTF_8), true))
                    .isEmpty();
        }
    }
}
