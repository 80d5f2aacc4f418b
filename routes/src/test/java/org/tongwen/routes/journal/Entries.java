package org.tongwen.routes.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.tongwen.routes.journal.Opening.Key;

/** Entries as the hub makes them. */
final class Entries {

    private final Clock clock;

    Entries(Clock clock) {
        this.clock = clock;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Step step(Event event) {
        return new Step(clock.instant(), event, Step.HUB, bytes("{\"event\":\"" + event.word() + "\"}"));
    }

    Entry.Draft opening(Optional<Key> key) {
        return opening(MessageId.next(clock), key);
    }

    Entry.Draft opening(MessageId id, Optional<Key> key) {
        return opening(id, id, key);
    }

    Entry.Draft opening(MessageId id, MessageId conversation, Optional<Key> key) {
        return Entry.opening(
                        id,
                        new Opening(
                                clock.instant(), "alpha", "http", "swift/mt103", "pacs.008.001.08", conversation, key))
                .step(step(Event.RECEIVED));
    }

    /** A payment that was released, and is to be delivered to beta. */
    Entry.Draft payment(MessageId id) {
        return opening(id, Optional.empty())
                .step(step(Event.TRANSLATED))
                .step(step(Event.RELEASED))
                .content(Content.ORIGINAL, bytes("original of " + id))
                .content(Content.ISO, bytes("<iso>" + id + "</iso>"))
                .reference(new Reference(Reference.Kind.UETR, "uetr of " + id))
                .reference(new Reference(Reference.Kind.MESSAGE_ID, "message id of " + id))
                .dispatch(dispatch("beta"));
    }

    static Dispatch dispatch(String receiver) {
        return new Dispatch(receiver, Content.ISO, "application/xml", "pacs.008.001.08");
    }
}
