package org.tongwen.routes.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a new message for good.
 *
 * @param received when its bytes were complete
 * @param participant who sent it
 * @param channel how it came: {@code http} or {@code folder}
 * @param mapping the mapping that read it; empty when it is an ISO message itself
 * @param message the ISO message that it is or became, such as {@code pacs.008.001.08}; empty when none
 * @param conversation the first message of its conversation, which is itself when it begins one
 * @param key what makes another message a repeat of this one; empty when nothing does
 */
public record Opening(
        Instant received,
        String participant,
        String channel,
        String mapping,
        String message,
        MessageId conversation,
        Optional<Key> key) {

    /**
     * What a repeat has in common with the first.
     *
     * @param text the key, which is kept as a keyed hash together with the participant
     * @param binding whether a message that was refused keeps its key; keys that senders choose do, those made of identifiers do not, so that a
     *     mended message may come under the same identifiers
     */
    public record Key(String text, boolean binding) {}
}
