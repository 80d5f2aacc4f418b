package org.tongwen.routes.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.Receipt;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.routes.observe.Meters;
import org.tongwen.xsd.finding.Finding;

/**
 * Writes down what became of attempts, without holding up the workers. While the store is away it tries again until the lease is over; then the
 * delivery is made once more, under the same key.
 */
final class Settler {

    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final long PAUSE_MILLIS = 200;
    private static final Set<State> BEFORE = EnumSet.of(State.RELEASED);
    private static final Set<State> NOT_ANSWERED = EnumSet.complementOf(EnumSet.of(State.ANSWERED));

    private final Journal journal;
    private final Backoff backoff;
    private final Clock clock;
    private final Meters meters;
    private final MessageLog log;
    private final Runnable settled;
    private final Set<Claimed> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "tongwen-deliver-settle");
        named.setDaemon(true);
        return named;
    });

    /** Calls {@code settled} after each settlement: the next delivery of the conversation may go. */
    Settler(Journal journal, Backoff backoff, Clock clock, Meters meters, MessageLog log, Runnable settled) {
        this.journal = journal;
        this.backoff = backoff;
        this.clock = clock;
        this.meters = meters;
        this.log = log;
        this.settled = settled;
    }

    /**
     * Says that the message is on its way, unless it was before. One that was given up is not: operators release it when they have it delivered
     * again, and whoever stood still for longer than its claim lasts must not take it from them.
     */
    void begin(Delivery delivery) {
        Instant now = clock.instant();
        submit(Entry.about(delivery.message())
                .onlyIn(BEFORE)
                .step(new Step(now, Event.DELIVERING, Step.HUB, Ending.begin(delivery)))
                .entry());
    }

    /** Says how an attempt ended that took so many nanoseconds. */
    void end(Claimed claimed, Outcome outcome, long nanos) {
        Ending ending = Ending.of(outcome, claimed.delivery(), backoff, clock.instant());
        open.add(claimed);
        write(new Settling(claimed, ending, clock.instant(), Duration.ofNanos(nanos)));
    }

    private record Settling(Claimed claimed, Ending ending, Instant at, Duration took) {

        Entry entry() {
            Delivery delivery = claimed.delivery();
            return Entry.about(delivery.message())
                    .onlyIn(movesMessage() ? NOT_ANSWERED : Set.of())
                    .step(new Step(at, ending.event(), Step.HUB, ending.detail(delivery, took)))
                    .settled(ending.settlement(delivery))
                    .entry();
        }

        boolean movesMessage() {
            return ending.event().state().isPresent();
        }

        Settling afterAnswer() {
            return new Settling(claimed, ending.afterAnswer(), at, took);
        }
    }

    private void write(Settling settling) {
        submit(settling.entry()).whenCompleteAsync((receipt, failure) -> after(settling, receipt, failure), thread);
    }

    private CompletableFuture<Receipt> submit(Entry entry) {
        try {
            return journal.submit(entry);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void after(Settling settling, Receipt receipt, Throwable failure) {
        if (failure != null) {
            later(settling, failure);
        } else if (receipt instanceof Receipt.Overtaken now
                && now.state() == State.ANSWERED
                && settling.movesMessage()) {
            write(settling.afterAnswer());
        } else {
            tell(settling, receipt);
            open.remove(settling.claimed());
            settled.run();
        }
    }

    private void later(Settling settling, Throwable failure) {
        if (settling.claimed().lasts(0, System.nanoTime())) {
            thread.schedule(() -> write(settling), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        LOG.warn(
                "message {}: what became of a delivery ({}) could not be written down in time ({}); it is made again under the same key",
                settling.claimed().delivery().message(),
                settling.ending().word(),
                failure.getClass().getSimpleName());
        open.remove(settling.claimed());
    }

    private void tell(Settling settling, Receipt receipt) {
        Delivery delivery = settling.claimed().delivery();
        Ending ending = settling.ending();
        String word = receipt instanceof Receipt.Written ? ending.word() : "overtaken";
        meters.delivery(delivery.dispatch().receiver(), word, settling.took());
        log.line(settling.at(), delivery.message(), ending.event())
                .with("receiver", delivery.dispatch().receiver())
                .with("type", delivery.dispatch().message())
                .with("delivery", delivery.number())
                .with("attempt", delivery.attempt())
                .with("outcome", word)
                .with("ms", settling.took().toMillis())
                .with(
                        "finding",
                        ending.findings().stream().findFirst().map(Finding::id).orElse(""))
                .write();
    }

    /** Waits for what is not yet written down, up to that time. */
    void close(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!open.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        thread.shutdownNow();
    }
}
