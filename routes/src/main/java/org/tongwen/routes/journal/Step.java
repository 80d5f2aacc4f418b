package org.tongwen.routes.journal;

import java.time.Instant;

/**
 * One step of a message.
 *
 * @param at when it happened, by the hub's clock
 * @param event what happened
 * @param actor who made it happen: the name of a participant or operator, or {@link #HUB}
 * @param detail a JSON object with the rest: mapping and digest, packs, findings, losses, reason. It is sealed in the store
 */
public record Step(Instant at, Event event, String actor, byte[] detail) {

    /** The hub itself. */
    public static final String HUB = "hub";
}
