package org.tongwen.routes.journal;

import java.time.Instant;

/**
 * A message in a list.
 *
 * @param id the message
 * @param received when it came
 * @param participant who sent it
 * @param message the ISO message that it is
 * @param mapping the mapping that read it
 * @param state where it is
 * @param conversation the first message of its conversation
 */
public record Summary(
        MessageId id,
        Instant received,
        String participant,
        String message,
        String mapping,
        State state,
        MessageId conversation) {}
