package org.tongwen.routes.journal;

import java.util.Optional;
import java.util.UUID;

/** A message that entries of a transaction are about: how it is while they are gone through. */
final class Known {

    final MessageRow row;
    final boolean fresh;
    final State before;
    State state;
    boolean placed;
    boolean holdsKey;
    long last;
    int steps;
    boolean changed;
    final Awaited answer;

    /** A new one, not in the store yet. */
    Known(MessageRow row) {
        this(row, true, State.RELEASED, 0, 0);
    }

    /** One from the store. */
    Known(MessageRow row, State state, long last, int steps) {
        this(row, false, state, last, steps);
    }

    private Known(MessageRow row, boolean fresh, State state, long last, int steps) {
        this.row = row;
        this.fresh = fresh;
        this.before = state;
        this.state = state;
        this.placed = !fresh;
        this.holdsKey = row.key().isPresent();
        this.last = last;
        this.steps = steps;
        this.answer = new Awaited(row.message());
    }

    /** Another step happens. */
    void take(Step step) {
        steps++;
        changed = true;
        step.event().state().filter(this::goesOn).ifPresent(next -> {
            state = next;
            placed = true;
        });
        answer.take(step, state);
    }

    /** An answer may come before the delivery is known to be done: a message that is answered is not delivered again by that. */
    private boolean goesOn(State next) {
        boolean delivery = next == State.DELIVERING || next == State.DELIVERED || next == State.UNDELIVERED;
        return state != State.ANSWERED || !delivery;
    }

    /** Where it is, as the store says it; nothing before the first step that says so. */
    String word() {
        return placed ? state.word() : "";
    }

    /** The repeat key that it holds. */
    Optional<UUID> key() {
        return holdsKey ? row.key() : Optional.empty();
    }

    /** Whether somebody must look after it. */
    boolean wants() {
        return wantsAttention(state);
    }

    /** Whether the store says that somebody must look after it. */
    boolean wanted() {
        return !fresh && wantsAttention(before);
    }

    static boolean wantsAttention(State state) {
        return state == State.HELD || state == State.UNDELIVERED;
    }
}
