package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongwen.routes.LiveHub.finding;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.routes.config.HubConfig.Store;
import org.tongwen.routes.deliver.MovableClock;
import org.tongwen.routes.deliver.Receiver;
import org.tongwen.routes.journal.FailingFiles;

/** The disk is full, the database goes away, the clock is set back, all under a whole hub that nobody starts anew. */
class StoreFaultsTest {

    private static final String WALLET = "BBBB";

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsAnsweredAndNothingIsLostWhenThereIsRoomAgain() {
        Surroundings failing = Surroundings.USUAL.journals(
                (config, clock, registry) -> FailingFiles.journal((Store.Embedded) config.store(), clock, registry));
        try (Receiver wallet = new Receiver(post -> Receiver.OK);
                Faults hub = new Faults(folder, "", Map.of(WALLET, wallet.port()), options -> options, failing)) {
            hub.pays(1, WALLET);
            FailingFiles.full(true);
            isAway(hub, 2);
            isAway(hub, 3);
            assertThat(hub.get("/observe/health/ready").statusCode()).isEqualTo(503);
            assertThat(hub.get("/observe/health/live").statusCode()).isEqualTo(200);
            await().during(Duration.ofSeconds(3))
                    .until(() -> hub.get("/observe/health/ready").statusCode() == 503);
            FailingFiles.full(false);
            // Nobody sends anything to a hub that is not ready.
            await().until(() -> hub.get("/observe/health/ready").statusCode() == 200);

            hub.paysInTheEnd(2, WALLET);
            hub.paysInTheEnd(3, WALLET);
            hub.allIsWell(wallet);
        } finally {
            FailingFiles.full(false);
        }
    }

    /** A few seconds take the same way through the hub as half a minute: they are longer than every time-out on it. */
    @Test
    void aDatabaseThatIsAwayIsAnsweredAndFoundAgain() throws IOException {
        Path data = folder.resolve("data");
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        String store =
                "store: {postgres: \"jdbc:postgresql://127.0.0.1:%d/postgres\", user: postgres, keys: keys.json}\nnode: one"
                        .formatted(port);
        try (Receiver wallet = new Receiver(post -> Receiver.OK);
                Faults hub = new Faults(
                        folder, store, Map.of(WALLET, wallet.port()), options -> options, Surroundings.USUAL)) {
            hub.pays(1, WALLET);
            assertThat(hub.get("/observe/health/ready").statusCode()).isEqualTo(200);
            server.close();
            isAway(hub, 2);
            await().until(() -> hub.get("/observe/health/ready").statusCode() == 503);
            assertThat(hub.get("/observe/health/live").statusCode()).isEqualTo(200);
            server = start(data, port);

            hub.paysInTheEnd(2, WALLET);
            hub.paysInTheEnd(3, WALLET);
            hub.allIsWell(wallet);
            assertThat(hub.get("/observe/health/ready").statusCode()).isEqualTo(200);
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static void isAway(Faults hub, int number) {
        long start = System.nanoTime();
        HttpResponse<String> answer = hub.send(number, WALLET);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(finding(answer)).isEqualTo("hub.StoreAway");
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(pause -> assertThat(pause).matches("\\d+"));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        MovableClock clock = new MovableClock();
        AtomicBoolean well = new AtomicBoolean();
        try (Receiver wallet = new Receiver(post -> well.get() ? Receiver.OK : Receiver.answer(500));
                Faults hub = new Faults(
                        folder,
                        "",
                        Map.of(WALLET, wallet.port()),
                        options -> options,
                        Surroundings.USUAL.clock(clock))) {
            hub.pays(1, WALLET);
            await().until(() -> !wallet.posts().isEmpty());
            clock.move(Duration.ofDays(-2));
            hub.pays(2, WALLET);
            well.set(true);
            hub.allIsWell(wallet);

            clock.move(Duration.ofDays(3));
            hub.pays(3, WALLET);
            clock.move(Duration.ofHours(-1));
            hub.pays(4, WALLET);
            hub.allIsWell(wallet);
            assertThat(hub.send(2, WALLET).headers().firstValue("Tongwen-Repeat"))
                    .as("a repeat is known whatever the clock says")
                    .contains("true");
        }
    }
}
