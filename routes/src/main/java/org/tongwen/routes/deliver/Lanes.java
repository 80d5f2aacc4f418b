package org.tongwen.routes.deliver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which deliveries go out now. Each receiver has a lane, so that one that is slow or away does not hold up the others: no receiver gets all
 * workers, slow ones get few each and at most half of them together. Time is that of {@link System#nanoTime}.
 */
final class Lanes {

    /** A receiver is slow while an attempt takes longer, and after one that did or that did not end well. */
    private static final long SLOW = Duration.ofSeconds(1).toNanos();

    private final int workers;
    private final long timeout;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /** Lanes for that many workers; an attempt is begun only when it may take that long. */
    Lanes(int workers, Duration timeout) {
        this.workers = workers;
        this.timeout = timeout.toNanos();
    }

    private static final class Lane {
        private final Deque<Claimed> waiting = new ArrayDeque<>();
        private final Map<Claimed, Long> running = new LinkedHashMap<>();
        private boolean slow;

        boolean isSlow(long now) {
            return slow || running.values().stream().anyMatch(since -> now - since > SLOW);
        }
    }

    /** How many more deliveries can be used; some are wanted in advance, so that workers do not wait for the store. */
    synchronized int wanted() {
        int idle = workers - running();
        int waiting =
                lanes.values().stream().mapToInt(lane -> lane.waiting.size()).sum();
        return Math.max(idle, 2 * workers - running() - waiting);
    }

    /** The receivers for whom nothing is wanted: they have some waiting, or all that they may have. */
    synchronized Set<String> busy(long now) {
        return lanes.entrySet().stream()
                .filter(lane -> !lane.getValue().waiting.isEmpty() || !hasRoom(lane.getValue(), now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Queues what was claimed. */
    synchronized void add(Claimed claimed) {
        lanes.computeIfAbsent(claimed.receiver(), name -> new Lane()).waiting.add(claimed);
    }

    /** Those that begin now. What has waited too long is dropped: somebody else may have it already. */
    synchronized List<Claimed> begin(long now) {
        List<Claimed> begun = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            lane.waiting.removeIf(claimed -> !claimed.lasts(timeout, now));
            while (!lane.waiting.isEmpty() && hasRoom(lane, now)) {
                Claimed next = lane.waiting.remove();
                lane.running.put(next, now);
                begun.add(next);
            }
        }
        return begun;
    }

    /** One has ended; well, when its receiver answered something that it meant. */
    synchronized void end(Claimed claimed, boolean well, long now) {
        Lane lane = lanes.computeIfAbsent(claimed.receiver(), name -> new Lane());
        Long since = lane.running.remove(claimed);
        lane.slow = !well || since == null || now - since > SLOW;
    }

    /** Takes out those that wait. */
    synchronized List<Claimed> drain() {
        List<Claimed> left =
                lanes.values().stream().flatMap(lane -> lane.waiting.stream()).toList();
        lanes.values().forEach(lane -> lane.waiting.clear());
        return left;
    }

    private boolean hasRoom(Lane lane, long now) {
        if (running() >= workers) {
            return false;
        }
        if (!lane.isSlow(now)) {
            return lane.running.size() < Math.max(1, workers * 3 / 4);
        }
        long slow = lanes.values().stream()
                .filter(each -> each.isSlow(now))
                .mapToLong(each -> each.running.size())
                .sum();
        return lane.running.size() < Math.max(1, workers / 4) && slow < Math.max(1, workers / 2);
    }

    private int running() {
        return lanes.values().stream().mapToInt(lane -> lane.running.size()).sum();
    }
}
