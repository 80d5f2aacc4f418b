package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.TestStore;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What processes write down of attempts, one after the other, when the first of them stood still for longer than its claim lasts. */
class SettlerTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Outcome REFUSED =
            new Outcome.Failed(Finding.error("hub.ReceiverRefuses", Place.NOWHERE, "refused"), true, Duration.ZERO);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whoeverStoodStillTakesNoMessageFromTheOperators(TestStore kind) throws InterruptedException {
        try (Bench bench = new Bench(kind, folder)) {
            MessageId id = bench.send("beta", "<iso/>");
            Delivery stale = claim(bench);
            bench.clock.move(LEASE.plusSeconds(1));
            settle(bench, claim(bench), REFUSED);
            assertThat(bench.state(id)).isEqualTo(State.UNDELIVERED);
            int steps = bench.events(id).size();

            settle(bench, stale, new Outcome.Taken());

            assertThat(bench.state(id)).isEqualTo(State.UNDELIVERED);
            assertThat(bench.delivery(id)).isEqualTo("dead");
            assertThat(bench.events(id)).hasSize(steps);
        }
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whatOperatorsHaveDeliveredAgainIsOnItsWay(TestStore kind) throws InterruptedException {
        try (Bench bench = new Bench(kind, folder)) {
            MessageId id = bench.send("beta", "<iso/>");
            settle(bench, claim(bench), REFUSED);
            bench.journal.write(Entry.about(id)
                    .onlyIn(Set.of(State.UNDELIVERED))
                    .step(bench.step(Event.RELEASED))
                    .dispatch(new Dispatch("beta", Content.DELIVERY, "application/xml", "pacs.008.001.08"))
                    .entry());

            settle(bench, claim(bench), new Outcome.Taken());

            assertThat(bench.state(id)).isEqualTo(State.DELIVERED);
            assertThat(bench.events(id))
                    .endsWith(Event.DELIVERING, Event.UNDELIVERED, Event.RELEASED, Event.DELIVERING, Event.DELIVERED);
        }
    }

    private static Delivery claim(Bench bench) {
        return bench.journal.claim(1, LEASE, Bench.POLICY.ceiling()).get(0);
    }

    /** An attempt from its beginning to its end, written down. */
    private static void settle(Bench bench, Delivery delivery, Outcome outcome) throws InterruptedException {
        Backoff backoff = new Backoff(Bench.POLICY, () -> 0.5);
        Settler settler =
                new Settler(bench.journal, backoff, bench.clock, bench.meters, new MessageLog(true), () -> {});
        settler.begin(delivery);
        settler.end(new Claimed(delivery, System.nanoTime() + LEASE.toNanos()), outcome, 1);
        settler.close(Duration.ofSeconds(10));
    }
}
