package org.tongwen.conformance.participant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What came from the participant and was not looked at yet. Whatever names an identifier that was made for an earlier case belongs to that
 * one; anything else to the case at hand.
 */
public final class Inbox {

    /** More than this for one case is a flood, of which the rest is only counted. */
    private static final int MOST_OF_CASE = 2_000;

    private static final long BYTES_OF_CASE = 64L << 20;
    private static final int MOST_OF_RUN = 50_000;
    private static final long BYTES_OF_RUN = 512L << 20;

    private final Map<String, String> owners = new HashMap<>();
    private final List<Arrival> waiting = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    private String current = "";
    private final Flood ofRun = new Flood(MOST_OF_RUN, BYTES_OF_RUN);
    private Flood ofCase = new Flood(MOST_OF_CASE, BYTES_OF_CASE);

    /**
     * Something that came for a case that was over.
     *
     * @param owner the name of the case
     */
    public record Stray(String owner, Arrival arrival) {}

    /** A case begins; what its predecessor left is gone. */
    public synchronized void begin(String name) {
        current = name;
        ofCase = new Flood(MOST_OF_CASE, BYTES_OF_CASE);
        waiting.clear();
    }

    /** An identifier was made for the case at hand. */
    public synchronized void own(String identifier) {
        owners.put(identifier, current);
    }

    /** An identifier was used in the case at hand, perhaps one that the participant made. It belongs to the first that used it. */
    public synchronized void named(String identifier) {
        owners.putIfAbsent(identifier, current);
    }

    /** Something came; false when it is one too many, and so not kept. */
    public synchronized boolean add(Arrival arrival) {
        int length = arrival.length();
        ofCase.count(length);
        ofRun.count(length);
        if (isFlooded()) {
            return false;
        }
        Optional<String> owner = owner(arrival.texts());
        if (owner.isEmpty() || owner.get().equals(current)) {
            waiting.add(arrival);
        } else {
            strays.add(new Stray(owner.get(), arrival));
        }
        notifyAll();
        return true;
    }

    private Optional<String> owner(Set<String> texts) {
        List<String> named = texts.stream()
                .flatMap(text -> Optional.ofNullable(owners.get(text)).stream())
                .toList();
        return named.contains(current) ? Optional.of(current) : named.stream().findFirst();
    }

    /** Whether so much came, for the case at hand or in the whole run, that the rest is not kept. */
    public synchronized boolean isFlooded() {
        return ofCase.isOver() || ofRun.isOver();
    }

    /**
     * Takes the first that fits, and waits for it.
     *
     * @param patience how long in real time; what is there already is found without waiting
     */
    public synchronized Optional<Arrival> take(Predicate<Arrival> fits, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Arrival> found = take(fits);
        for (long left = end - System.nanoTime(); found.isEmpty() && left > 0; left = end - System.nanoTime()) {
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            found = take(fits);
        }
        return found;
    }

    private Optional<Arrival> take(Predicate<Arrival> fits) {
        for (Iterator<Arrival> each = waiting.iterator(); each.hasNext(); ) {
            Arrival arrival = each.next();
            if (fits.test(arrival)) {
                each.remove();
                return Optional.of(arrival);
            }
        }
        return Optional.empty();
    }

    /** What came and nobody took. */
    public synchronized List<Arrival> rest() {
        return List.copyOf(waiting);
    }

    /** What came for cases that were over. */
    public synchronized List<Stray> strays() {
        return List.copyOf(strays);
    }
}
