package org.tongwen.conformance.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a participant takes payments that has {@link Defect#RACES}: it looks whether it knows a payment before it is alone with its books. So
 * that this shows whenever two come at once, the first waits a moment for the second.
 */
final class Race {

    private static final long GAP_IN_MILLIS = 100;

    private final CreditorDesk desk;
    private final Map<String, CountDownLatch> starts = new ConcurrentHashMap<>();

    Race(CreditorDesk desk) {
        this.desk = desk;
    }

    void creditTransfer(Received received) {
        boolean isKnown = desk.isKnown(received);
        CountDownLatch start = starts.computeIfAbsent(received.uetr().orElse(""), uetr -> new CountDownLatch(2));
        start.countDown();
        await(start);
        synchronized (desk) {
            if (isKnown) {
                desk.creditTransfer(received);
            } else {
                desk.newCreditTransfer(received);
            }
        }
    }

    private static void await(CountDownLatch start) {
        try {
            start.await(GAP_IN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
