package org.tongwen.conformance.play;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.conformance.conversation.Filler;
import org.tongwen.conformance.participant.Arrival;
import org.tongwen.conformance.participant.Reply;
import org.tongwen.conformance.participant.Request;

/** Time in a case. Where the participant's clock can be set, nobody waits for time to go by. */
final class Passing {

    /** What may still come after the clocks were moved, in real time. */
    private static final Duration AFTER_MOVE = Duration.ofMillis(300);

    private final Stage stage;

    Passing(Stage stage) {
        this.stage = stage;
    }

    /**
     * Takes a message that fits. When it does not come by itself, the clocks go on to the end of its time.
     *
     * @param end when it must have come, on the suite's clock
     * @param isDemanded whether it must come; otherwise nobody waits long
     */
    Optional<Arrival> take(Predicate<Arrival> fits, Instant end, boolean isDemanded) {
        Duration grace = stage.config().limits().grace();
        if (!stage.clock().isVirtual()) {
            Duration left = Duration.between(stage.clock().now(), end);
            return stage.inbox().take(fits, isDemanded && !left.isNegative() ? left.plus(grace) : grace);
        }
        Duration patience = isDemanded ? stage.config().limits().patience() : grace;
        Optional<Arrival> came = stage.inbox().take(fits, patience);
        Duration left = Duration.between(stage.clock().now(), end);
        if (came.isPresent() || !isDemanded || left.isNegative() || left.isZero()) {
            return came;
        }
        pass(left);
        return stage.inbox().take(fits, AFTER_MOVE);
    }

    /** Time goes by: at once where the clocks can be set. */
    void pass(Duration by) {
        if (stage.clock().isVirtual()) {
            stage.clock().advance(by);
            set();
            return;
        }
        try {
            Thread.sleep(by.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("the run was ended");
        }
    }

    /** Sets the participant's clock to the suite's. */
    void set() {
        Optional<URI> control = stage.config().clock();
        if (control.isEmpty() || !stage.clock().isVirtual()) {
            return;
        }
        String now = "{\"now\": \"" + Filler.time(stage.clock().local()) + "\"}";
        Reply reply = stage.client()
                .send(Request.put(control.get(), "application/json", now.getBytes(StandardCharsets.UTF_8)));
        if (reply.status() / 100 != 2) {
            throw new UnreachableException("the participant's clock could not be set: " + reply.words());
        }
    }
}
