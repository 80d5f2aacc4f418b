package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.config.Secret;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.TestStore;

/** What receivers answer and how messages reach them; the store does not matter here. */
@SuppressWarnings("try") // deliverers work behind the scenes
class ReceiversTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private Outage journal;
    private MovableClock clock;

    @BeforeEach
    void open() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        bench = new Bench(TestStore.H2, folder);
        journal = bench.journal;
        clock = bench.clock;
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 503})
    void triesAgainWhatTheReceiverMayTakeLater(int status) throws Exception {
        AtomicInteger count = new AtomicInteger();
        Receiver bank = bench.receiver(
                "bank",
                post -> count.incrementAndGet() < 3
                        ? Receiver.answer(status, "Location: http://127.0.0.1:1/elsewhere")
                        : Receiver.OK);
        bench.deliverer();

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.DELIVERED);
        assertThat(bank.posts()).hasSize(3);
        assertThat(bank.posts().stream().map(Receiver.Post::key).distinct()).containsExactly(id.toString());
        assertThat(bench.events(id))
                .containsExactly(
                        Event.RECEIVED,
                        Event.RELEASED,
                        Event.DELIVERING,
                        Event.ATTEMPTED,
                        Event.ATTEMPTED,
                        Event.DELIVERED);
        assertThat(bench.details(id)).contains("hub.ReceiverFails", "answered " + status, "\"again\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422})
    void givesUpAtOnceWhatTheReceiverWillNeverTake(int status) throws Exception {
        Receiver bank = bench.receiver("bank", post -> Receiver.answer(status));
        bench.deliverer();

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.UNDELIVERED);
        assertThat(bank.posts()).hasSize(1);
        assertThat(bench.delivery(id)).isEqualTo("dead");
        assertThat(bench.details(id)).contains("hub.ReceiverRefuses", "answered " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "220 mail.example ESMTP\r\n",
                "HTTP/1.1 2",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha",
                "HTTP/1.1 OK\r\n"
            })
    void triesAgainAfterAnAnswerThatIsNoneOrBreaksOff(String answer) throws Exception {
        AtomicInteger count = new AtomicInteger();
        bench.receiver("bank", post -> count.incrementAndGet() == 1 ? answer : Receiver.OK);
        bench.deliverer();

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.DELIVERED);
        assertThat(bench.details(id)).contains("hub.ReceiverAnswer");
    }

    @Test
    void readsNoMoreOfALongAnswerThanItMust() throws Exception {
        Receiver bank = bench.receiver(
                "bank", post -> "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(3_000_000));
        bench.deliverer();

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.DELIVERED);
        assertThat(bank.posts()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheReceiverIsAwayOrSilent() throws Exception {
        int port;
        try (Receiver before = new Receiver(post -> Receiver.OK)) {
            port = before.port();
        }
        bench.receiver("bank", Bench.receives("http", "http://127.0.0.1:" + port + "/in"));
        Receiver mute = bench.receiver("mute", new Silence(1));
        bench.deliverer(Bench.IMPATIENT);

        MessageId away = bench.send("bank", "x");
        MessageId silent = bench.send("mute", "y");

        Awaitility.await().until(() -> bench.events(away).contains(Event.ATTEMPTED));
        assertThat(bench.details(away)).contains("hub.ReceiverAway");
        bench.closing(new Receiver(post -> Receiver.OK, ServerSocketFactory.getDefault(), port));
        bench.await(away, State.DELIVERED);
        bench.await(silent, State.DELIVERED);
        assertThat(bench.details(silent)).contains("hub.ReceiverSilent");
        assertThat(mute.posts().stream().map(Receiver.Post::key).distinct()).hasSize(1);
    }

    @Test
    void isNotFooledByAnAnswerThatNeverEnds() throws Exception {
        AtomicInteger count = new AtomicInteger();
        bench.receiver(
                "bank",
                post -> count.incrementAndGet() == 1
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n\r\n\r\n"
                        : Receiver.OK);
        bench.deliverer(Bench.IMPATIENT);

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.DELIVERED);
        assertThat(bench.details(id)).contains("hub.ReceiverSilent");
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButNoLongerThanTheCeiling() throws Exception {
        AtomicInteger count = new AtomicInteger();
        List<Long> times = new CopyOnWriteArrayList<>();
        bench.receiver("bank", post -> {
            times.add(System.nanoTime());
            return count.incrementAndGet() == 1 ? Receiver.answer(429, "Retry-After: 3600") : Receiver.OK;
        });
        bench.deliverer(new DeliveryPolicy(
                Duration.ofMillis(1), 2, Duration.ofMillis(900), 0, Duration.ofMinutes(5), Duration.ofMillis(800), 8));

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.DELIVERED);
        assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
                .isBetween(Duration.ofMillis(890), Duration.ofSeconds(10));
    }

    @Test
    void sendsTheHeadersOfTheConfigurationAndNeverTellsTheirValues() throws Exception {
        Receiver bank = new Receiver(post -> Receiver.answer(500));
        bench.closing(bank);
        Path secret = Files.writeString(folder.resolve("token"), "Bearer TOP-SECRET\n");
        Path bad = Files.writeString(folder.resolve("bad"), "TOP-SECRET\r\nSet-Cookie: x\n");
        bench.receiver("bank", headers(bank, "Authorization", secret));
        bench.receiver("split", headers(bank, "X-Key", bad));
        bench.receiver("gone", headers(bank, "X-Key", folder.resolve("gone")));
        bench.receiver("host", headers(bank, "Host", secret));
        bench.deliverer();

        MessageId good = bench.send("bank", "x");
        List<MessageId> wrong = Stream.of("split", "gone", "host")
                .map(name -> bench.send(name, "y"))
                .toList();

        Awaitility.await().until(() -> bench.events(good).contains(Event.ATTEMPTED));
        assertThat(bank.posts().get(0).headers()).containsEntry("authorization", "Bearer TOP-SECRET");
        assertThat(bench.details(good)).doesNotContain("SECRET");
        for (MessageId id : wrong) {
            Awaitility.await().until(() -> bench.events(id).contains(Event.ATTEMPTED));
            assertThat(bench.details(id)).contains("hub.DeliverySetup").doesNotContain("SECRET");
        }
        assertThat(bank.bodies()).doesNotContain("y");
    }

    private static Receives headers(Receiver bank, String name, Path secret) {
        return new Receives(
                "http",
                bank.address(),
                Map.of(),
                Map.of(name, new Secret.InFile(secret)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void sendsWhatTheSignerMakes() throws Exception {
        Receiver bank = bench.receiver("bank", post -> Receiver.OK);
        BodySigner signer = (receives, mediaType, body) -> new BodySigner.Signed(
                (new String(body, StandardCharsets.UTF_8) + "+").getBytes(StandardCharsets.UTF_8),
                Map.of("Tongwen-Signature", "signed " + mediaType));
        bench.deliverer(Bench.POLICY, signer, ClientTls.NONE);

        MessageId id = bench.send("bank", "x");

        bench.await(id, State.DELIVERED);
        assertThat(bank.bodies()).containsExactly("x+");
        assertThat(bank.posts().get(0).headers()).containsEntry("tongwen-signature", "signed application/xml");
    }

    @Test
    void waitsForAConfigurationThatKnowsReceiverAndChannel() throws Exception {
        bench.receiver("pigeon", Bench.receives("pigeon", "north"));
        bench.deliverer();

        MessageId unknown = bench.send("nobody", "x");
        MessageId channel = bench.send("pigeon", "y");

        Awaitility.await().untilAsserted(() -> {
            assertThat(bench.details(unknown)).contains("hub.ReceiverUnknown", "\"again\"");
            assertThat(bench.details(channel)).contains("hub.UnknownChannel", "\"again\"");
        });
    }

    @Test
    void writesFilesThatAreThereWholeOrNotAtAll() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        bench.receiver("bank", Bench.receives("folder", out.toString()));
        Deliverer first = bench.deliverer();

        MessageId id = bench.send("bank", "金额");

        bench.await(id, State.DELIVERED);
        Path file = out.resolve(id + ".xml");
        assertThat(file).hasContent("金额");
        assertThat(Files.list(out)).containsExactly(file);
        first.close();
    }

    @Test
    void takesAFileThatIsThereAlreadyForTheSameDeliveryAndReplacesNone() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        bench.receiver("bank", Bench.receives("folder", out.toString()));
        MessageId same = bench.send("bank", "same");
        MessageId other = bench.send("bank", "other");
        Files.writeString(out.resolve(same + ".xml"), "same");
        Files.writeString(out.resolve(other + ".xml"), "OTHER");
        bench.deliverer();

        bench.await(same, State.DELIVERED);
        bench.await(other, State.UNDELIVERED);
        assertThat(bench.details(other)).contains("hub.FileExists");
        assertThat(out.resolve(other + ".xml")).hasContent("OTHER");
    }

    @Test
    void waitsForAFolderThatIsNotThere() throws Exception {
        Path out = folder.resolve("mount/out");
        bench.receiver("bank", Bench.receives("folder", out.toString()));
        bench.deliverer();
        MessageId id = bench.send("bank", "x");
        Awaitility.await().until(() -> bench.details(id).contains("hub.DeliveryFolder"));
        assertThat(out).doesNotExist();

        Files.createDirectories(out);
        Files.writeString(out.resolve("." + id + ".xml.1.part"), "ha");

        bench.await(id, State.DELIVERED);
        assertThat(Files.list(out)).containsExactly(out.resolve(id + ".xml"));
    }
}
