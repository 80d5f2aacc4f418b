package org.tongwen.routes.step;

import java.util.Map;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Reporting;

/**
 * How {@code translate} goes about it where a message does not say.
 *
 * @param given values for mappings
 * @param reporting how much is said of the values that are carried
 * @param profile whose rules the messages that are made must keep to
 * @param assignsUetr whether a payment without a UETR gets one, by mappings that take it
 */
public record Defaults(Map<String, String> given, Reporting reporting, Profile profile, boolean assignsUetr) {

    /** Copies the given values. */
    public Defaults {
        given = Map.copyOf(given);
    }
}
