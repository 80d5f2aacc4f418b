package org.tongwen.routes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.deliver.Receiver;

/** Clients that send half a request, bit by bit, or all at once, before a whole hub. */
class ConnectionFaultsTest {

    private static final String WALLET = "BBBB";
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    private final Receiver wallet = new Receiver(post -> Receiver.OK);
    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);

    private Faults hub(Duration timeout) {
        return new Faults(
                folder, "", Map.of(WALLET, wallet.port()), options -> options.timeout(timeout), Surroundings.USUAL);
    }

    @AfterEach
    void stop() {
        wallet.close();
        threads.shutdownNow();
    }

    @Test
    void halfARequestIsNoRequest() throws IOException {
        try (Faults hub = hub(Duration.ofSeconds(1))) {
            String mt103 = LiveHub.mt103(1);
            String half = head(hub, mt103.length()) + mt103.substring(0, 100);
            try (Socket cut = open(hub)) {
                send(cut, half);
            }
            try (Socket silent = open(hub)) {
                send(silent, half);
                assertThat(answer(silent)).startsWith("HTTP/1.1 408 ").contains("hub.RequestTimeout");
            }

            hub.pays(1, WALLET);
            hub.allIsWell(wallet);
        }
    }

    @Test
    void whoeverSendsBitByBitIsSentAwayAndHoldsUpNobody() throws Exception {
        try (Faults hub = hub(Duration.ofSeconds(2))) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                slow.add(open(hub));
            }
            String head = head(hub, 1_000);
            List<CompletableFuture<String>> ends = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Socket socket = slow.get(i);
                String begun = i % 2 == 0 ? "" : head;
                ends.add(CompletableFuture.supplyAsync(() -> drip(socket, begun, head), threads));
            }

            for (int i = 1; i <= 20; i++) {
                long start = System.nanoTime();
                hub.pays(i, WALLET);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
            for (CompletableFuture<String> end : ends) {
                assertThat(end.get()).startsWith("HTTP/1.1 408 ").contains("hub.RequestTimeout");
            }
            hub.allIsWell(wallet);
        }
    }

    /** Sends a byte from time to time until the hub has had enough; what it says then. */
    private static String drip(Socket socket, String begun, String rest) {
        try (socket) {
            send(socket, begun);
            for (int i = 0; i < rest.length() && socket.getInputStream().available() == 0; i++) {
                send(socket, rest.substring(i, i + 1));
                Thread.sleep(100);
            }
            return answer(socket);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoHundredConnectionsAtOnceAreAnsweredRightlyAndLeaveNothingBehind() {
        try (Faults hub = hub(Duration.ofSeconds(30))) {
            round(hub, 0);
            int threadsBefore = Thread.activeCount();
            long handlesBefore = handles();
            round(hub, MANY);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(Thread.activeCount()).isLessThanOrEqualTo(threadsBefore + 10);
                assertThat(handles()).isLessThanOrEqualTo(handlesBefore + 20);
            });
            hub.allIsWell(wallet);
        }
    }

    private static void round(Faults hub, int from) {
        List<String> numbers =
                IntStream.range(from, from + MANY).mapToObj(Integer::toString).toList();
        Map<String, String> answers = RawHttp.sendAll(hub.hub.port(), numbers, number -> {
            String mt103 = LiveHub.mt103(Integer.parseInt(number));
            return head(hub, mt103.length()).replace("Host: x", "Host: x\r\nConnection: close") + mt103;
        });
        Set<String> ids = new HashSet<>();
        answers.forEach((number, answer) -> {
            assertThat(answer).startsWith("HTTP/1.1 202 ");
            ids.add(answer.substring(answer.indexOf("\"id\""), answer.indexOf("\"state\"")));
        });
        assertThat(ids).hasSize(MANY);
        ids.forEach(id -> hub.taken(id.split("\"")[3]));
    }

    private static long handles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    private static String head(Faults hub, int length) {
        return "POST /messages HTTP/1.1\r\nHost: x\r\nX-API-Key: " + hub.bankKey() + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private static Socket open(Faults hub) throws IOException {
        Socket socket = new Socket("127.0.0.1", hub.hub.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
}
