package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.config.HubConfig;

class TurnstileTest {

    private static final HubConfig.Participant FAST =
            Participants.with("fast", new HubConfig.Limits(Optional.of(1_000), 10, 3, 1_000));
    private static final HubConfig.Participant NARROW =
            Participants.with("narrow", new HubConfig.Limits(Optional.empty(), Double.MAX_VALUE, Integer.MAX_VALUE, 2));
    private static final HubConfig.Participant SLOW =
            Participants.with("slow", new HubConfig.Limits(Optional.empty(), 1 / 60.0, 1, 10));
    private static final HubConfig.Participant FREE = Participants.with("free", HubConfig.Limits.NONE);

    /** Near the end of the numbers, where sums of nanoseconds overflow. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    private final Turnstile turnstile = new Turnstile(List.of(FAST, NARROW, SLOW, FREE), nanos::get);

    @Test
    void aBurstPassesAndThenTheRateCounts() {
        assertThat(passed(FAST, 5)).isEqualTo(3);
        assertThat(refused(FAST).headers()).containsEntry("Retry-After", "1");

        nanos.addAndGet(100_000_000);
        assertThat(passed(FAST, 5)).isEqualTo(1);

        nanos.addAndGet(3_600_000_000_000L);
        assertThat(passed(FAST, 50)).as("never more than the burst").isEqualTo(3);
    }

    @Test
    void theAnswerSaysInWholeSecondsWhenToTryAgain() {
        assertThat(passed(SLOW, 1)).isEqualTo(1);
        assertThat(refused(SLOW).headers()).containsEntry("Retry-After", "60");

        nanos.addAndGet(30_500_000_000L);
        assertThat(refused(SLOW).headers()).containsEntry("Retry-After", "30");
        assertThat(refused(SLOW).finding().id()).isEqualTo("hub.TooManyRequests");
    }

    @Test
    void onlySoManyAreInsideAtOnce() {
        Turnstile.Pass first = (Turnstile.Pass) turnstile.enter(NARROW);
        assertThat(turnstile.enter(NARROW)).isInstanceOf(Turnstile.Pass.class);
        assertThat(turnstile.enter(NARROW)).isInstanceOf(Turnstile.Wait.class);

        first.close();
        first.close();
        assertThat(passed(NARROW, 3))
                .as("a pass closed twice gives one place back")
                .isEqualTo(1);
    }

    @Test
    void oneParticipantTakesNothingFromAnother() {
        assertThat(passed(FAST, 5)).isEqualTo(3);
        assertThat(passed(FREE, 10_000)).isEqualTo(10_000);
    }

    @Test
    void manyThreadsGetNoMoreThanThereIs() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            threads.execute(() -> {
                await(begin);
                for (int j = 0; j < 2_000; j++) {
                    if (turnstile.enter(NARROW) instanceof Turnstile.Pass pass) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                        pass.close();
                    }
                }
            });
        }
        begin.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(1, 2);
        assertThat(passed(NARROW, 3)).isEqualTo(2);
    }

    @Test
    void aBodyOverTheParticipantsOwnLimitIsRefused() {
        assertThat(Turnstile.tooLarge(FAST, 1_000)).isEmpty();
        assertThat(Turnstile.tooLarge(FAST, 1_001).orElseThrow().finding().id()).isEqualTo("hub.TooLarge");
        assertThat(Turnstile.tooLarge(FREE, Long.MAX_VALUE)).isEmpty();
    }

    private Admission.Refused refused(HubConfig.Participant participant) {
        return ((Turnstile.Wait) turnstile.enter(participant)).refused();
    }

    private int passed(HubConfig.Participant participant, int tries) {
        List<Turnstile.Turn> turns = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            turns.add(turnstile.enter(participant));
        }
        return (int) turns.stream().filter(Turnstile.Pass.class::isInstance).count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
