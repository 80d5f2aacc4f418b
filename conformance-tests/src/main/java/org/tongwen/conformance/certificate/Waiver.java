package org.tongwen.conformance.certificate;

import java.time.LocalDate;
import org.tongwen.conformance.json.Json;

/**
 * Somebody's word that a requirement need not be met for the time being.
 *
 * @param requirement the identifier of the requirement
 * @param owner who answers for it
 * @param reason why it is waived
 * @param until the last day on which it holds, in UTC
 */
public record Waiver(String requirement, String owner, String reason, LocalDate until) {

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** As certificates and results write it. */
    public Json.Fields json() {
        return Json.fields()
                .with("requirement", requirement)
                .with("owner", owner)
                .with("reason", reason)
                .with("until", until.toString());
    }

    /**
     * What {@link #json} wrote.
     *
     * @throws org.tongwen.conformance.json.JsonException when it is anything else
     */
    public static Waiver of(Json.Fields json) {
        return new Waiver(json.text("requirement"), json.text("owner"), json.text("reason"), json.day("until"));
    }
}
