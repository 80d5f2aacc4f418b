package org.tongwen.conformance.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The participant's time: that of the machine until somebody sets it; from then on it stands still between one setting and the next.
 * What is planned for a time is done when the clock is set to that time or a later one.
 */
final class ParticipantClock {

    private record Task(OffsetDateTime time, Runnable work) {}

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::time));
    private final Clock machine;
    private Optional<OffsetDateTime> set = Optional.empty();

    ParticipantClock(Clock machine) {
        this.machine = machine;
    }

    synchronized OffsetDateTime now() {
        return set.orElseGet(() -> OffsetDateTime.now(machine.withZone(ZoneId.of("+08:00"))));
    }

    /** Sets the time. What was planned for then or earlier is done by whoever calls, before this returns. */
    void set(OffsetDateTime now) {
        takeDue(now).forEach(Runnable::run);
    }

    /** Does what the machine's time has made due, as long as nobody has set the clock. */
    void tick() {
        if (isMachine()) {
            due(now()).forEach(Runnable::run);
        }
    }

    /** Plans work for a time from now. */
    synchronized void in(Duration delay, Runnable work) {
        tasks.add(new Task(now().plus(delay), work));
    }

    private synchronized boolean isMachine() {
        return set.isEmpty();
    }

    private synchronized List<Runnable> takeDue(OffsetDateTime now) {
        set = Optional.of(now);
        return due(now);
    }

    private synchronized List<Runnable> due(OffsetDateTime now) {
        List<Runnable> due = new ArrayList<>();
        for (Task next = tasks.peek(); next != null && !next.time().isAfter(now); next = tasks.peek()) {
            tasks.remove();
            due.add(next.work());
        }
        return due;
    }
}
