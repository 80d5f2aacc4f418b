package org.tongwen.mappings.plan;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a translation needs besides the document. Time and identifiers come from outside, so that a run can be repeated.
 *
 * @param given values supplied by the institution's profile, by the names that the mapping lists under {@code given}
 * @param clock for {@code now()} and {@code today()}; its zone is the one that they are written in
 * @param ids for {@code uuid()}
 * @param reporting how much is reported of the values that are carried
 * @param originals stored messages, for {@code recall()}
 */
public record Context(
        Map<String, String> given, Clock clock, Supplier<UUID> ids, Reporting reporting, Originals originals) {

    /** Copies the given values. */
    public Context {
        given = Map.copyOf(given);
    }

    /** Real time in UTC and random identifiers; no stored messages. */
    public static Context live(Map<String, String> given) {
        return new Context(given, Clock.systemUTC(), UUID::randomUUID, Reporting.LOSSES, Originals.NONE);
    }

    /** The same with another amount of reporting. */
    public Context reporting(Reporting other) {
        return new Context(given, clock, ids, other, originals);
    }

    /** The same with stored messages. */
    public Context recalling(Originals other) {
        return new Context(given, clock, ids, reporting, other);
    }
}
