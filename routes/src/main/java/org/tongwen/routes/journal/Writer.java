package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.journal.Session.InDoubt;

/**
 * The one thread that writes. It takes all entries that wait into one transaction, so that the disk is synchronised once for many. When the store
 * is away it answers so, tries it once a second, and finds it again by itself.
 */
final class Writer implements AutoCloseable {

    /** Opens a session. */
    interface Sessions {
        Session open() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final String CLOSED = "the journal is closed";
    private static final String UNKNOWN = "nobody knows whether this was written";
    private static final int MOST_WAITING = 4096;
    private static final int MOST_AT_ONCE = 256;
    private static final long BYTES_AT_ONCE = 8L << 20;
    private static final Duration DOUBT = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    /** So many nanoseconds after a transaction of several entries began the next one begins at the earliest. */
    static final long APART = 3_000_000;

    private final Sessions sessions;
    private final JournalMeters meters;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong waitingBytes = new AtomicLong();
    private final long mostBytes = Math.max(BYTES_AT_ONCE, Runtime.getRuntime().maxMemory() / 8);
    private final Thread thread = new Thread(this::run, "tongwen-journal");
    private Optional<Session> session;
    private long begun = System.nanoTime();
    private boolean several;
    private volatile boolean away;
    private long trial = System.nanoTime();
    private volatile boolean ending;
    private volatile boolean ended;

    /** Starts with a session that works. */
    Writer(Sessions sessions, Session first, JournalMeters meters) {
        this.sessions = sessions;
        this.session = Optional.of(first);
        this.meters = meters;
        meters.queue(queue);
        thread.setDaemon(true);
        thread.start();
    }

    /** Puts an entry to those that wait, or ends its future at once when there is no room. */
    void submit(Waiting one) {
        boolean room = waitingBytes.addAndGet(one.bytes) <= mostBytes || queue.isEmpty();
        if (ending || !room || !queue.offer(one)) {
            waitingBytes.addAndGet(-one.bytes);
            refuse(one, ending ? CLOSED : "too much waits to be written; the store is too slow");
        } else if (ended && queue.remove(one)) {
            refuse(one, CLOSED);
        }
    }

    private static void refuse(Waiting one, String reason) {
        one.refuse(new JournalException(reason));
        one.settle();
    }

    /** Whether the last that was to be written, or tried since, did not come into the store. */
    boolean isAway() {
        return away;
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        List<Waiting> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(one -> refuse(one, CLOSED));
    }

    private void run() {
        while (!ending || !queue.isEmpty()) {
            List<Waiting> batch = next();
            if (batch.isEmpty()) {
                probe();
                tidy(() -> queue.isEmpty() && !ending);
            } else {
                writeAll(batch);
                tend();
            }
        }
        tidy(() -> true);
        session.ifPresent(Session::close);
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        try {
            Waiting one = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            if (one != null) {
                gather();
            }
            long bytes = 0;
            while (one != null) {
                batch.add(one);
                bytes += one.bytes;
                one = batch.size() < MOST_AT_ONCE && bytes < BYTES_AT_ONCE ? queue.poll() : null;
            }
            waitingBytes.addAndGet(-bytes);
        } catch (InterruptedException e) {
            // Only close() ends this thread.
            LOG.debug("The journal's writer was interrupted");
        }
        several = batch.size() > 1;
        return batch;
    }

    /**
     * Where several come at a time on a disk that is quick, most transactions would hold one or two entries: half of all that is written would be
     * what each transaction writes besides. Who comes alone does not wait.
     */
    private void gather() {
        if (several && !ending) {
            LockSupport.parkNanos(begun + APART - System.nanoTime());
        }
        begun = System.nanoTime();
    }

    /** Where nobody sends because the hub is not ready, nobody's entry would find out that the store is back. */
    private void probe() {
        if (away && !ending && System.nanoTime() - trial > AWAY.toNanos()) {
            attend(() -> {
                session().probe();
                back();
            });
            trial = System.nanoTime();
        }
    }

    /** Uses a moment in which nothing is to be written. */
    private void tidy(BooleanSupplier time) {
        attend(() -> {
            boolean more = session.isPresent();
            while (more && time.getAsBoolean()) {
                more = session.get().tidy();
            }
        });
    }

    private void tend() {
        attend(() -> {
            if (session.isPresent()) {
                session.get().tend();
            }
        });
    }

    private void writeAll(List<Waiting> batch) {
        try {
            write(batch);
        } catch (SQLException | RuntimeException e) {
            batch.forEach(one -> one.refuse(away(e)));
        } catch (Error e) {
            // Out of memory, or a class that cannot be loaded: whoever waits must hear of it, and this thread goes on
            // with a session that begins anew.
            drop(e);
            JournalException unknown = new JournalException("the journal failed; " + UNKNOWN, e);
            batch.forEach(one -> one.refuse(unknown));
        }
        batch.forEach(this::settle);
    }

    private void settle(Waiting one) {
        try {
            one.settle();
        } catch (RuntimeException e) {
            LOG.warn("What was to follow an entry of the journal failed", e);
        }
    }

    /** Does something for which nobody waits. Whatever becomes of it, this thread goes on. */
    private void attend(JournalMeters.Work work) {
        try {
            work.run();
        } catch (SQLException | RuntimeException | Error e) {
            drop(e);
        }
    }

    /** Writes a batch, or its entries one by one when one of them spoils it. */
    private void write(List<Waiting> batch) throws SQLException {
        try {
            meters.write(batch.size(), () -> attempt(batch));
            back();
        } catch (InDoubt e) {
            resolve(batch, e);
        } catch (SQLException | RuntimeException e) {
            if (away || session.isEmpty() || !session.get().works() || isAway(e)) {
                drop(e);
                throw e;
            }
            if (batch.size() == 1) {
                batch.get(0).refuse(away(e));
                mustTakeOthers();
                return;
            }
            writeEach(batch);
        }
    }

    /** What one entry is refused for may stand against all: a table that somebody has locked, a database that only reads. */
    private void mustTakeOthers() throws SQLException {
        try {
            session().probe();
        } catch (SQLException e) {
            drop(e);
            throw e;
        }
    }

    /** When the store goes away on the way, what was written before stays written. */
    private void writeEach(List<Waiting> batch) {
        for (int i = 0; i < batch.size(); i++) {
            try {
                write(batch.subList(i, i + 1));
            } catch (SQLException | RuntimeException e) {
                batch.subList(i, batch.size()).forEach(one -> one.refuse(away(e)));
                return;
            }
        }
    }

    /** Tries again what only came into another process's way. */
    private void attempt(List<Waiting> batch) throws SQLException {
        for (int left = TRIES; ; left--) {
            try {
                session().write(batch);
                return;
            } catch (SQLException e) {
                if (left == 1 || e instanceof InDoubt || !isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    /** After a commit without answer the head of the chain tells whether there was one: nobody else writes it. */
    private void resolve(List<Waiting> batch, InDoubt doubt) throws SQLException {
        drop(doubt);
        long end = System.nanoTime() + DOUBT.toNanos();
        do {
            try {
                if (session().chain().isAt(doubt.after())) {
                    back();
                    return;
                }
                batch.forEach(one -> one.refuse(away(doubt)));
                return;
            } catch (SQLException | JournalException e) {
                doubt.addSuppressed(e);
                pause();
            }
        } while (System.nanoTime() < end);
        JournalException unknown = new JournalException("the journal's store went away; " + UNKNOWN, doubt);
        batch.forEach(one -> one.refuse(unknown));
    }

    private Session session() throws SQLException {
        if (session.isEmpty()) {
            session = Optional.of(sessions.open());
        }
        return session.get();
    }

    private void back() {
        if (away) {
            away = false;
            LOG.info("The journal's store is back");
        }
    }

    private void drop(Throwable reason) {
        if (!away) {
            away = true;
            LOG.warn("The journal's store is away: {}", Failures.words(reason));
        }
        session.ifPresent(Session::close);
        session = Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            LOG.debug("The journal's writer was interrupted");
        }
    }

    private static JournalException away(Exception e) {
        return e instanceof JournalException already
                ? already
                : new JournalException("the journal's store cannot be written: " + Failures.words(e), e);
    }

    private static boolean isAway(Exception e) {
        return e instanceof SQLException failure && Failures.isAway(failure);
    }

    private static boolean isConflict(SQLException e) {
        return Failures.isConflict(e);
    }
}
