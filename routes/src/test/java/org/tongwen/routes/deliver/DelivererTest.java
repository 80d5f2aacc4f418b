package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.TestStore;

@ParameterizedClass
@EnumSource(TestStore.class)
@SuppressWarnings("try") // deliverers work behind the scenes
class DelivererTest {

    @TempDir
    private Path folder;

    private final TestStore kind;
    private Bench bench;
    private Outage journal;
    private MovableClock clock;

    DelivererTest(TestStore kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        bench = new Bench(kind, folder);
        journal = bench.journal;
        clock = bench.clock;
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void deliversTheBytesWithTheNamesOfTheMessage() throws Exception {
        Receiver bank = bench.receiver("bank", post -> Receiver.answer(202));
        Deliverer deliverer = bench.deliverer();

        MessageId id = bench.send("bank", "<Document>金额</Document>");
        deliverer.wake();

        bench.await(id, State.DELIVERED);
        assertThat(bench.events(id)).containsExactly(Event.RECEIVED, Event.RELEASED, Event.DELIVERING, Event.DELIVERED);
        Receiver.Post post = bank.posts().get(0);
        assertThat(bank.posts()).hasSize(1);
        assertThat(post.line()).isEqualTo("POST /in HTTP/1.1");
        assertThat(post.body()).isEqualTo("<Document>金额</Document>");
        assertThat(post.headers())
                .containsEntry("content-type", "application/xml")
                .containsEntry("tongwen-message-id", id.toString())
                .containsEntry("tongwen-message", "pacs.008.001.08")
                .containsEntry("idempotency-key", id.toString());
        assertThat(bench.details(id))
                .contains("\"receiver\":\"bank\"", "\"attempt\":1")
                .doesNotContain("金额");
        assertThat(bench.meters.scrape()).contains("delivery_seconds_count{outcome=\"delivered\",receiver=\"bank\"} 1");
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws Exception {
        bench.receiver("bank", post -> Receiver.answer(503));
        bench.deliverer();

        MessageId id = bench.send("bank", "x");
        Awaitility.await().until(() -> bench.events(id).contains(Event.ATTEMPTED));
        clock.move(Duration.ofMinutes(6));

        bench.await(id, State.UNDELIVERED);
        assertThat(bench.details(id)).contains("hub.GivenUp", "within 300 s");
        assertThat(journal.counts().dead()).isOne();
    }

    @Test
    void goesOnWhenTheClockIsSetBack() throws Exception {
        AtomicBoolean well = new AtomicBoolean();
        bench.receiver("bank", post -> well.get() ? Receiver.OK : Receiver.answer(503));
        bench.deliverer();
        MessageId id = bench.send("bank", "x");
        Awaitility.await().until(() -> bench.events(id).contains(Event.ATTEMPTED));

        clock.move(Duration.ofDays(-400));
        well.set(true);

        bench.await(id, State.DELIVERED);
        MessageId later = bench.send("bank", "y");
        bench.await(later, State.DELIVERED);
    }

    @Test
    void keepsTheOrderOfAConversation() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Receiver bank =
                bench.receiver("bank", post -> count.incrementAndGet() % 3 == 0 ? Receiver.answer(503) : Receiver.OK);
        List<MessageId> firsts = IntStream.range(0, 4)
                .mapToObj(i -> bench.send("bank", i + " 0"))
                .toList();
        MessageId last = firsts.get(0);
        for (int step = 1; step < 5; step++) {
            for (int i = 0; i < 4; i++) {
                last = bench.send(MessageId.next(clock), firsts.get(i), "bank", i + " " + step);
            }
        }
        bench.deliverer();

        Awaitility.await().until(() -> journal.counts().waiting() == 0);
        Map<String, List<String>> order = new ConcurrentHashMap<>();
        Set<String> seen = new HashSet<>();
        bank.bodies().stream()
                .filter(seen::add)
                .forEach(body -> order.computeIfAbsent(body.substring(0, 1), key -> new ArrayList<>())
                        .add(body.substring(2)));
        assertThat(order.values())
                .hasSize(4)
                .allSatisfy(steps -> assertThat(steps).containsExactly("0", "1", "2", "3", "4"));
    }

    @Test
    void doesNotLetAReceiverThatIsSlowHoldUpOthers() throws Exception {
        Receiver slow = bench.receiver("slow", new Silence(Integer.MAX_VALUE));
        Receiver mute = bench.receiver("mute", new Silence(Integer.MAX_VALUE));
        Receiver quick = bench.receiver("quick", post -> Receiver.OK);
        IntStream.range(0, 100).forEach(i -> bench.send("slow", "s" + i));
        IntStream.range(0, 100).forEach(i -> bench.send("mute", "m" + i));
        bench.deliverer(new DeliveryPolicy(
                Duration.ofSeconds(5), 2, Duration.ofSeconds(5), 0, Duration.ofMinutes(5), Duration.ofSeconds(4), 8));
        Awaitility.await().until(() -> slow.mostAtOnce() > 0 && mute.mostAtOnce() > 0);

        List<MessageId> sent = IntStream.range(0, 200)
                .mapToObj(i -> bench.send("quick", "q" + i))
                .toList();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> quick.posts().size() == 200);
        assertThat(quick.posts()).hasSize(200);
    }

    @Test
    void sharesTheWorkWithAnotherProcess() throws Exception {
        Receiver bank = bench.receiver("bank", post -> Receiver.OK);
        List<MessageId> sent = IntStream.range(0, 300)
                .mapToObj(i -> bench.send("bank", "b" + i))
                .toList();
        Journal second = bench.second();
        bench.deliverer();
        bench.deliverer(second);

        Awaitility.await().until(() -> journal.counts().waiting() == 0);
        assertThat(sent).allSatisfy(id -> assertThat(bench.state(id)).isEqualTo(State.DELIVERED));
        assertThat(bank.posts()).hasSize(300);
    }

    @Test
    void takesOverWhatAnotherProcessClaimedAndNeverSettled() throws Exception {
        Receiver bank = bench.receiver("bank", post -> Receiver.OK);
        MessageId id = bench.send("bank", "x");
        assertThat(bench.second().claim(5, Duration.ofSeconds(1), Duration.ofMinutes(5)))
                .hasSize(1);

        bench.deliverer();

        bench.await(id, State.DELIVERED);
        assertThat(bank.posts()).hasSize(1);
        assertThat(journal.story(id).orElseThrow().deliveries().get(0).attempts())
                .isEqualTo(2);
        assertThat(bench.events(id)).contains(Event.DELIVERING);
    }

    @Test
    void doesNotUndoWhatAnotherProcessDidWhenItWasThoughtDead() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Receiver bank = bench.receiver("bank", post -> {
            if (came.getCount() == 0) {
                return Receiver.OK;
            }
            came.countDown();
            return waitFor(over) ? Receiver.answer(422) : "";
        });
        MessageId id = bench.send("bank", "x");
        bench.deliverer();
        came.await();
        // To the store the first seems dead now: its lease is over.
        clock.move(Duration.ofMinutes(1));
        bench.deliverer(bench.second());

        bench.await(id, State.DELIVERED);
        over.countDown();
        Awaitility.await().until(() -> bench.meters.scrape().contains("outcome=\"overtaken\""));
        assertThat(bank.posts()).hasSize(2);
        assertThat(bench.state(id)).isEqualTo(State.DELIVERED);
        assertThat(bench.events(id)).doesNotContain(Event.UNDELIVERED);
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void repeatsUnderTheSameKeyWhatWasDeliveredButNotWrittenDown() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        Receiver bank = bench.receiver("bank", post -> {
            journal.away(came.getCount() > 0);
            came.countDown();
            return Receiver.OK;
        });
        MessageId id = bench.send("bank", "x");
        bench.lease(Duration.ofMillis(1_500));
        bench.deliverer(Bench.IMPATIENT);
        came.await();
        // Longer than the lease.
        Thread.sleep(2_000);
        journal.away(false);

        bench.await(id, State.DELIVERED);
        assertThat(bank.posts().stream().map(Receiver.Post::key)).containsExactly(id.toString(), id.toString());
        assertThat(bank.bodies()).containsExactly("x", "x");
    }

    @Test
    void doesNotTryWithoutPauseWhatTheJournalCannotRead() throws Exception {
        Receiver bank = bench.receiver("bank", post -> Receiver.OK);
        MessageId id = bench.send("bank", "x");
        journal.unreadable(true);
        bench.deliverer();
        Thread.sleep(2_000);
        assertThat(journal.claims()).isBetween(2, 20);
        assertThat(bank.posts()).isEmpty();

        journal.unreadable(false);

        bench.await(id, State.DELIVERED);
    }

    @Test
    void writesDownADeliveryWhenTheStoreWasAwayForAMomentOnly() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        Receiver bank = bench.receiver("bank", post -> {
            journal.away(true);
            came.countDown();
            return Receiver.OK;
        });
        MessageId id = bench.send("bank", "x");
        bench.deliverer();
        came.await();
        Thread.sleep(500);
        journal.away(false);

        bench.await(id, State.DELIVERED);
        assertThat(bank.posts()).hasSize(1);
    }

    @Test
    void leavesAMessageAnsweredWhoseAnswerCameBeforeTheReceiptOfItsDelivery() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        MessageId[] id = new MessageId[1];
        bench.receiver("bank", post -> {
            try {
                sent.await();
            } catch (InterruptedException e) {
                return "";
            }
            if (first.getAndSet(false)) {
                journal.write(
                        Entry.about(id[0]).step(bench.step(Event.ANSWERED)).entry());
            }
            return Receiver.OK;
        });
        id[0] = bench.send("bank", "x");
        sent.countDown();
        bench.deliverer();

        Awaitility.await().until(() -> bench.delivery(id[0]).equals("done"));
        assertThat(bench.state(id[0])).isEqualTo(State.ANSWERED);
        assertThat(bench.events(id[0])).endsWith(Event.ANSWERED, Event.ATTEMPTED);
    }

    @Test
    void finishesWhatIsUnderWayWhenItIsClosedAndGivesBackTheRest() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        Receiver bank = bench.receiver("bank", post -> {
            came.countDown();
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                return "";
            }
            return Receiver.OK;
        });
        List<MessageId> sent = IntStream.range(0, 30)
                .mapToObj(i -> bench.send("bank", "b" + i))
                .toList();
        Deliverer deliverer = bench.deliverer();
        came.await();
        deliverer.close();

        int taken = bank.posts().size();
        assertThat(taken).isBetween(1, 6);
        assertThat(sent.stream().filter(id -> bench.delivery(id).equals("done")))
                .hasSize(taken);
        assertThat(sent.stream().filter(id -> bench.delivery(id).equals("waiting")))
                .hasSize(30 - taken);
    }

    @Test
    void givesUpWhatTheJournalDoesNotHold() throws Exception {
        bench.receiver("bank", post -> Receiver.OK);
        MessageId id = MessageId.next(clock);
        journal.write(Entry.opening(
                        id, new Opening(clock.instant(), "a", "http", "", "pacs.008.001.08", id, Optional.empty()))
                .step(bench.step(Event.RELEASED))
                .dispatch(new Dispatch("bank", Content.DELIVERY, "application/xml", "pacs.008.001.08"))
                .entry());
        bench.deliverer();

        bench.await(id, State.UNDELIVERED);
        assertThat(bench.details(id)).contains("hub.NoContent");
    }
}
