package org.tongwen.routes.conversation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * Lets answers to one message be judged one after the other, so that of two that contradict each other only the first goes on. A turn lasts from
 * before correlation until what the original learns is durable. It may be given back by another thread than took it.
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
     * Waits for the turn of a message. One that is about no other message has it at once. Nobody waits for ever: a turn that was not given back
     * after half a minute is lost, and what is lost with it is only the order.
     */
    public Turn take(BusinessMessage message) {
        Family family = Family.named(message.document().definition().id());
        return family.role() == Family.Role.BEGINS ? () -> {} : take(References.of(message));
    }

    private Turn take(References references) {
        if (references.pointers().isEmpty() || references.pointers().get(0).by().isEmpty()) {
            return () -> {};
        }
        int name = references.pointers().get(0).by().get(0).value().hashCode();
        Semaphore stripe = stripes[Math.floorMod(name * 31, STRIPES)];
        try {
            return stripe.tryAcquire(LONGEST, TimeUnit.SECONDS) ? stripe::release : () -> {};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }
}
