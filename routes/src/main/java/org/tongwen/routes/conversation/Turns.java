package org.tongwen.routes.conversation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.tongwen.routes.journal.MessageId;

/**
 * Lets answers to one message be judged one after the other, so that of two that contradict each other only the first goes on. A turn lasts from
 * before the message is judged by what its original knows until what the original learns is durable. It may be given back by another thread than
 * took it.
 */
public final class Turns {

    private static final int STRIPES = 1024;
    private static final long LONGEST = 30;

    private final Semaphore[] stripes =
            IntStream.range(0, STRIPES).mapToObj(i -> new Semaphore(1, true)).toArray(Semaphore[]::new);

    /** Nobody has a turn yet. */
    public Turns() {}

    /** A turn, which its holder gives back by closing it, once. */
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Waits for the turn to speak of a message. Nobody waits for ever: a turn that was not given back after half a minute is lost, and what is
     * lost with it is only the order.
     */
    public Turn take(MessageId original) {
        Semaphore stripe = stripes[Math.floorMod(original.hashCode(), STRIPES)];
        try {
            return stripe.tryAcquire(LONGEST, TimeUnit.SECONDS) ? stripe::release : () -> {};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }
}
