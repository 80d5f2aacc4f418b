package org.tongwen.routes.journal;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The turns of all messages and keys: a thread waits for those of its own process, then for other processes.
 */
final class Turns {

    private static final int STRIPES = 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_MILLIS = 5;

    private final Locks locks;
    private final Semaphore[] stripes = IntStream.range(0, STRIPES * Turn.To.values().length)
            .mapToObj(i -> new Semaphore(1, true))
            .toArray(Semaphore[]::new);

    /** Nobody has a turn yet. */
    Turns(Locks locks) {
        this.locks = locks;
    }

    /**
     * Waits for a turn. A turn that was not given back after half a minute is lost, and what is lost with it is only the order.
     *
     * @throws SQLException when nobody knows whether another process has it
     */
    Turn take(Turn.To purpose, UUID of) throws SQLException {
        long end = System.nanoTime() + LONGEST;
        int stripe = number(purpose, of);
        try {
            return stripes[stripe].tryAcquire(LONGEST, TimeUnit.NANOSECONDS) ? amongProcesses(stripe, end) : () -> {};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }

    /** Purposes have no stripe in common: whoever waits for one turn while he has another never waits for himself. */
    static int number(Turn.To purpose, UUID of) {
        return purpose.ordinal() * STRIPES + Math.floorMod(of.hashCode(), STRIPES);
    }

    private Turn amongProcesses(int stripe, long end) throws SQLException {
        Turn ours = stripes[stripe]::release;
        try {
            while (!locks.tryTake(stripe)) {
                if (System.nanoTime() > end) {
                    return ours;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ours;
        } catch (SQLException e) {
            ours.close();
            throw e;
        }
        return () -> {
            locks.giveBack(stripe);
            ours.close();
        };
    }
}
