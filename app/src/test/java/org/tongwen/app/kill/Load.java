package org.tongwen.app.kill;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongwen.app.kill.HubClient.Answer;
import org.tongwen.app.kill.Outgoing.Fate;

/**
 * Senders that hand messages over, each one message at a time. Whoever gets no answer sends the same again, to the next hub where there are
 * several, until there is one.
 */
final class Load implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final int UNAVAILABLE = 503;

    private final HubClient client = new HubClient();
    private final List<HubNode> hubs;
    private final ExecutorService senders;
    private final BlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>();
    private final Map<String, Outgoing> offered = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger promised = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile boolean closing;

    /** Sends to these hubs by so many senders. */
    Load(List<HubNode> hubs, int connections) {
        this.hubs = List.copyOf(hubs);
        this.senders = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            senders.execute(this::run);
        }
    }

    /** Has a message sent. */
    void offer(Outgoing message) {
        offered.put(message.name(), message);
        queue.add(message);
    }

    /** All messages, by name. */
    Map<String, Outgoing> offered() {
        return offered;
    }

    /** The answers, by the names of messages. */
    Map<String, Answer> answers() {
        return answers;
    }

    /** What hubs answered that they must not. */
    List<String> complaints() {
        return complaints;
    }

    /** How many requests wait for their answer. */
    int underWay() {
        return underWay.get();
    }

    /** How many messages are to be delivered by what was answered. */
    int promised() {
        return promised.get();
    }

    /** How often no hub listened. */
    int away() {
        return away.get();
    }

    /** How often a request got no answer, so that its sender could not know what became of it. */
    int broken() {
        return broken.get();
    }

    /** How often a hub said that it could not write just now. */
    int unavailable() {
        return unavailable.get();
    }

    /** How many messages that got no answer had been written: sent again, they got the first answer. */
    int written() {
        return written.get();
    }

    /** How many messages that got no answer had not been written. */
    int unwritten() {
        return unwritten.get();
    }

    private void run() {
        try {
            while (!closing) {
                Outgoing next = queue.poll(50, TimeUnit.MILLISECONDS);
                if (next != null) {
                    send(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            complaints.add("a sender ended: " + e);
            throw e;
        }
    }

    private void send(Outgoing message) throws InterruptedException {
        boolean doubtful = false;
        int turn = Math.floorMod(message.name().hashCode(), hubs.size());
        while (!closing) {
            underWay.incrementAndGet();
            try {
                Answer answer = client.send(message, hubs.get(turn));
                if (answer.status() != UNAVAILABLE) {
                    answered(message, answer, doubtful);
                    return;
                }
                unavailable.incrementAndGet();
                doubtful = true;
            } catch (ConnectException | HttpConnectTimeoutException e) {
                away.incrementAndGet();
            } catch (IOException e) {
                broken.incrementAndGet();
                doubtful = true;
            } finally {
                underWay.decrementAndGet();
            }
            turn = (turn + 1) % hubs.size();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void answered(Outgoing message, Answer answer, boolean doubtful) {
        if (doubtful) {
            (answer.repeat() ? written : unwritten).incrementAndGet();
        } else if (answer.repeat()) {
            complaints.add(message.name() + " was sent once and is said to be a repeat");
        }
        if (answer.status() != message.fate().status) {
            complaints.add(message.name() + " got " + answer.status() + ": " + answer.body());
        }
        if (message.fate() == Fate.DELIVERED) {
            promised.incrementAndGet();
        }
        answers.put(message.name(), answer);
    }

    @Override
    public void close() {
        closing = true;
        senders.shutdownNow();
    }
}
