package org.tongwen.routes.journal;

import java.util.List;

/**
 * All that is known of a message, without its contents.
 *
 * @param id the message
 * @param opening what is known of it for good; the key is not given back
 * @param state where it is
 * @param steps what happened, in order
 * @param deliveries what is or was to be delivered
 * @param related the other messages of its conversation, the earliest first
 */
public record Story(
        MessageId id,
        Opening opening,
        State state,
        List<Step> steps,
        List<DeliveryState> deliveries,
        List<MessageId> related) {

    /**
     * How far a delivery is.
     *
     * @param dispatch what is delivered to whom
     * @param attempts how often it was tried
     * @param word {@code waiting}, {@code claimed}, {@code done} or {@code dead}
     */
    public record DeliveryState(Dispatch dispatch, int attempts, String word) {}

    /** Copies the lists. */
    public Story {
        steps = List.copyOf(steps);
        deliveries = List.copyOf(deliveries);
        related = List.copyOf(related);
    }
}
