package org.tongwen.routes.deliver;

import org.tongwen.routes.journal.Delivery;

/**
 * A delivery that is this process's for a while.
 *
 * @param delivery the delivery
 * @param until when another process may take it, by {@link System#nanoTime}
 */
record Claimed(Delivery delivery, long until) {

    String receiver() {
        return delivery.dispatch().receiver();
    }

    /** Whether it is still ours that long from now. */
    boolean lasts(long nanos, long now) {
        return until - now > nanos;
    }
}
