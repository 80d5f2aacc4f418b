package org.tongwen.routes.journal;

import java.time.Instant;

/**
 * A delivery that this process has claimed.
 *
 * @param number its number
 * @param message the message
 * @param conversation the conversation; deliveries of one conversation to one receiver go out in their order
 * @param dispatch what is delivered to whom
 * @param attempt which attempt this is, beginning with 1
 * @param since when it was first due
 */
public record Delivery(
        long number, MessageId message, MessageId conversation, Dispatch dispatch, int attempt, Instant since) {}
