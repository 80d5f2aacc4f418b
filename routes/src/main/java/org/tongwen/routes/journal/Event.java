package org.tongwen.routes.journal;

import java.util.Locale;
import java.util.Optional;

/** What can happen to a message. */
public enum Event {
    /** Its bytes came in. */
    RECEIVED,
    /** It became an ISO message, or was one. */
    TRANSLATED,
    /** It was checked against lists, limits and by screening. */
    SCREENED,
    /** The message that it answers was looked for. */
    CORRELATED,
    /** It passed. */
    RELEASED(State.RELEASED),
    /** It waits for repair or a decision. */
    HELD(State.HELD),
    /** It is not carried out. */
    REFUSED(State.REFUSED),
    /** An operator put another source in place of the one that came. */
    REPAIRED,
    /** Its delivery was begun. */
    DELIVERING(State.DELIVERING),
    /** An attempt to deliver it failed; another follows. */
    ATTEMPTED,
    /** Its receiver has taken it. */
    DELIVERED(State.DELIVERED),
    /** Its delivery was given up. */
    UNDELIVERED(State.UNDELIVERED),
    /** A status that is not final came. */
    PENDING,
    /** Nobody knows what became of it: its receiver was asked. */
    ASKED,
    /** Nobody answers, and the hub asks no more: somebody has to find out. The message stays where it is. */
    UNANSWERED,
    /** A final answer came. */
    ANSWERED(State.ANSWERED),
    /** The same came again. */
    REPEATED;

    private final Optional<State> state;

    Event() {
        this.state = Optional.empty();
    }

    Event(State state) {
        this.state = Optional.of(state);
    }

    /** Where the message is from then on; empty when it stays where it was. */
    public Optional<State> state() {
        return state;
    }

    /** The word that stories and the database use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
