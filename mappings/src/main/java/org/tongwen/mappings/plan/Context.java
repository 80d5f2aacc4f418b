package org.tongwen.mappings.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongwen.mappings.codec.ShortIds;

/**
 * What a translation needs besides the document. Time and identifiers come from outside, so that a run can be repeated.
 *
 * @param given values supplied by the institution's profile, by the names that the mapping lists under {@code given}
 * @param clock for {@code now()} and {@code today()}; its zone is the one that they are written in
 * @param ids for {@code uuid()}
 * @param reporting how much is reported of the values that are carried
 * @param originals stored messages, for {@code recall()}
 * @param profile whose rules the messages that are made must keep to
 * @param shortIds long forms of identifiers that do not fit their element
 */
public record Context(
        Map<String, String> given,
        Clock clock,
        Supplier<UUID> ids,
        Reporting reporting,
        Originals originals,
        Profile profile,
        ShortIds shortIds) {

    /** The name of the given value by which a payment without a UETR gets one. */
    public static final String UETR = "uetr";

    /** Under the profile that the mapping usually has. */
    public Context(
            Map<String, String> given, Clock clock, Supplier<UUID> ids, Reporting reporting, Originals originals) {
        this(given, clock, ids, reporting, originals, Profile.USUAL, ShortIds.NONE);
    }

    /** With nobody who keeps long forms of identifiers. */
    public Context(
            Map<String, String> given,
            Clock clock,
            Supplier<UUID> ids,
            Reporting reporting,
            Originals originals,
            Profile profile) {
        this(given, clock, ids, reporting, originals, profile, ShortIds.NONE);
    }

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
        return new Context(given, clock, ids, other, originals, profile, shortIds);
    }

    /** The same with stored messages. */
    public Context recalling(Originals other) {
        return new Context(given, clock, ids, reporting, other, profile, shortIds);
    }

    /** The same, with somebody who keeps long forms of identifiers. */
    public Context keeping(ShortIds other) {
        return new Context(given, clock, ids, reporting, originals, profile, other);
    }

    /** The same under another profile. */
    public Context under(Profile other) {
        return new Context(given, clock, ids, reporting, originals, other, shortIds);
    }

    /** The same with a new UETR for a payment that has none, unless one is given already. */
    public Context assigningUetr() {
        Map<String, String> all = new HashMap<>(given);
        all.computeIfAbsent(UETR, key -> ids.get().toString());
        return new Context(all, clock, ids, reporting, originals, profile, shortIds);
    }

    /** The same at one moment: time stands still. */
    Context still() {
        Clock stopped = Clock.fixed(clock.instant(), clock.getZone());
        return new Context(given, stopped, ids, reporting, originals, profile, shortIds);
    }

    /** The day whose rules count. */
    LocalDate day() {
        return profile.asOf().orElseGet(() -> LocalDate.now(clock));
    }
}
