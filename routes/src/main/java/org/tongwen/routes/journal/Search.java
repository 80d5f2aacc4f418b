package org.tongwen.routes.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Which messages are looked for: those that fit all that is given.
 *
 * @param reference a name under which they can be found, of any kind
 * @param participant who sent them
 * @param state where they are
 * @param since received then or later
 * @param until received before
 * @param message the ISO message that they are, with or without version
 * @param most how many at most
 */
public record Search(
        Optional<String> reference,
        Optional<String> participant,
        Optional<State> state,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> message,
        int most) {

    /** All messages, up to that many. */
    public static Search all(int most) {
        return new Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                most);
    }
}
