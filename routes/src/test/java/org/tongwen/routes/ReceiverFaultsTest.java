package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.deliver.Receiver;

/** Receivers that are away, slow, failing or breaking off beside one that is well, behind a whole hub. */
class ReceiverFaultsTest {

    private static final int EACH = 5;

    @TempDir
    private Path folder;

    private final AtomicBoolean well = new AtomicBoolean();

    @Test
    void badReceiversHoldUpNobodyAndGetAllOnceTheyAreWell() throws IOException {
        int port = freePort();
        try (Receiver good = new Receiver(post -> Receiver.OK);
                Receiver slow = illUntilWell(ReceiverFaultsTest::longerThanTheTimeOut);
                Receiver failing = illUntilWell(() -> Receiver.answer(500));
                Receiver broken = illUntilWell(() -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                Faults hub = new Faults(
                        folder,
                        "",
                        Map.of(
                                "BBBB", good.port(),
                                "CCCC", port,
                                "DDDD", slow.port(),
                                "EEEE", failing.port(),
                                "FFFF", broken.port()),
                        options -> options,
                        Surroundings.USUAL)) {
            for (int i = 0; i < EACH; i++) {
                int number = i * 10;
                List.of("FFFF", "EEEE", "DDDD", "CCCC", "BBBB")
                        .forEach(bic -> hub.pays(number + bic.charAt(0) - 'A', bic));
            }

            await().atMost(Duration.ofSeconds(15)).until(() -> Faults.keys(good).size() == EACH);
            await().until(() -> !slow.posts().isEmpty()
                    && !failing.posts().isEmpty()
                    && !broken.posts().isEmpty());
            well.set(true);
            try (Receiver back = new Receiver(post -> Receiver.OK, ServerSocketFactory.getDefault(), port)) {
                hub.allIsWell(good, slow, failing, broken, back);
            }
            assertThat(good.posts()).as("who is well gets each message once").hasSize(EACH);
        }
    }

    private Receiver illUntilWell(Supplier<String> answer) {
        return new Receiver(post -> well.get() ? Receiver.OK : answer.get());
    }

    private static String longerThanTheTimeOut() {
        try {
            Thread.sleep(700);
            return Receiver.OK;
        } catch (InterruptedException e) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
