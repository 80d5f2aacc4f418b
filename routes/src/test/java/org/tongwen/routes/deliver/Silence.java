package org.tongwen.routes.deliver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Says nothing to the first requests, for longer than anybody waits. */
final class Silence implements Function<Receiver.Post, String> {

    private final AtomicInteger left;

    Silence(int requests) {
        left = new AtomicInteger(requests);
    }

    @Override
    public String apply(Receiver.Post post) {
        if (left.getAndDecrement() > 0) {
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                return "";
            }
        }
        return Receiver.OK;
    }
}
