package org.tongwen.app.kill;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tongwen.app.kill.Participants.Participant;

/**
 * A message that somebody hands over, until the hub answers.
 *
 * @param from who sends it
 * @param name by which the test tells it from all others: a UETR, or the identifier of a status
 * @param text what is sent, each time the same
 * @param key its {@code Idempotency-Key}; without one the hub has to tell a repeat by its references
 * @param fate what must become of it
 * @param marks what the message that is delivered must hold, and which none but it holds
 * @param answeredBy the name of the status with which its receiver answers; empty when it does not
 */
record Outgoing(
        Participant from,
        String name,
        String text,
        Optional<String> key,
        Fate fate,
        List<String> marks,
        Optional<String> answeredBy) {

    /** What must become of a message. */
    enum Fate {
        DELIVERED(202, "released"),
        HELD(202, "held"),
        REFUSED(422, "");

        final int status;
        final String state;

        Fate(int status, String state) {
            this.status = status;
            this.state = state;
        }
    }

    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
