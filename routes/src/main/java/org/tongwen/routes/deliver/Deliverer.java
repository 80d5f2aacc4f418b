package org.tongwen.routes.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.config.HubConfig.DeliveryPolicy;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.routes.observe.Meters;

/**
 * Delivers what the journal holds for delivery. Several processes may do so on one store: each delivery is claimed for a while, and whoever dies
 * loses its claims when that while is over.
 */
public final class Deliverer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 500;
    private static final long STORE_AWAY_MILLIS = 1_000;

    private final Journal journal;
    private final DeliveryPolicy policy;
    private final Duration lease;
    private final Attempt attempt;
    private final Settler settler;
    private final Lanes lanes;
    private final ExecutorService workers;
    private final Thread poller = new Thread(this::run, "tongwen-deliver");
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * A deliverer that does nothing yet.
     *
     * @param journal what is to be delivered, and where it is written down
     * @param participants how receivers get messages, by name
     * @param policy how deliveries are tried again
     * @param context where the route {@code direct:deliver} runs
     */
    public Deliverer(
            Journal journal,
            Map<String, Participant> participants,
            DeliveryPolicy policy,
            CamelContext context,
            Clock clock,
            Meters meters,
            MessageLog log) {
        this(journal, participants, policy, policy.timeout().multipliedBy(2).plus(MARGIN), context, clock, meters, log);
    }

    Deliverer(
            Journal journal,
            Map<String, Participant> participants,
            DeliveryPolicy policy,
            Duration lease,
            CamelContext context,
            Clock clock,
            Meters meters,
            MessageLog log) {
        this.journal = journal;
        this.policy = policy;
        this.lease = lease;
        this.attempt = new Attempt(journal, participants, context);
        Backoff backoff = new Backoff(policy, () -> ThreadLocalRandom.current().nextDouble());
        this.settler = new Settler(journal, backoff, clock, meters, log, this::wake);
        this.lanes = new Lanes(policy.workers(), policy.timeout());
        this.workers = Executors.newFixedThreadPool(policy.workers(), named());
        poller.setDaemon(true);
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "tongwen-deliver-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins; to be called once. */
    public void start() {
        poller.start();
    }

    /** Something may be due. Costs next to nothing. */
    public void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void run() {
        boolean wasAway = false;
        while (isOpen()) {
            boolean away = !claim();
            if (away != wasAway) {
                LOG.warn(away ? "deliveries wait: the store is away" : "deliveries go on: the store is back");
                wasAway = away;
            }
            rest(away);
        }
    }

    private boolean isOpen() {
        return stopping.getCount() > 0;
    }

    /** Claims as long as there is something for idle workers; false when the store is away. */
    private boolean claim() {
        try {
            boolean more = true;
            while (more && isOpen()) {
                bell.drainPermits();
                begin();
                int wanted = lanes.wanted();
                more = wanted > 0 && claim(wanted) == wanted;
            }
            begin();
            return true;
        } catch (JournalException e) {
            begin();
            return false;
        } catch (RuntimeException | Error e) {
            LOG.error("deliveries cannot be claimed: {}", e.getClass().getName());
            return false;
        }
    }

    private int claim(int most) {
        long until = System.nanoTime() + lease.toNanos();
        List<Delivery> claimed = journal.claim(most, lease, policy.ceiling(), lanes.busy(System.nanoTime()));
        claimed.forEach(delivery -> lanes.add(new Claimed(delivery, until)));
        return claimed.size();
    }

    private void begin() {
        for (Claimed claimed : lanes.begin(System.nanoTime())) {
            workers.execute(() -> deliver(claimed));
        }
    }

    private void deliver(Claimed claimed) {
        long start = System.nanoTime();
        Outcome outcome = new Outcome.Untried();
        try {
            settler.begin(claimed.delivery());
            outcome = attempt.make(claimed.delivery());
        } finally {
            long end = System.nanoTime();
            lanes.end(claimed, !(outcome instanceof Outcome.Failed failed) || failed.forGood(), end);
            if (outcome instanceof Outcome.Untried) {
                // No bell: what the journal cannot read now it can hardly read at once.
                giveBack(List.of(claimed));
            } else {
                settler.end(claimed, outcome, end - start);
                wake();
            }
        }
    }

    private void giveBack(List<Claimed> claimed) {
        try {
            journal.giveBack(claimed.stream().map(Claimed::delivery).toList());
        } catch (JournalException e) {
            LOG.debug("{} deliveries wait for the end of their lease", claimed.size());
        }
    }

    private void rest(boolean away) {
        try {
            if (away) {
                stopping.await(STORE_AWAY_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    /**
     * Begins nothing more, gives back what waits, lets attempts end that are under way, but for no longer than their time-out, and writes down
     * what became of them.
     */
    @Override
    public void close() {
        stopping.countDown();
        wake();
        // No thread is interrupted: one that reads the embedded store would close its file.
        try {
            poller.join();
            giveBack(lanes.drain());
            workers.shutdown();
            boolean ended = workers.awaitTermination(policy.timeout().toMillis() + 1_000, TimeUnit.MILLISECONDS);
            settler.close(LAST_WORDS);
            LOG.debug("deliveries have ended{}", ended ? "" : "; some attempts go on and are not written down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
