package org.tongwen.routes.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.tongwen.routes.config.HubConfig;

/** Lets participants through as fast and as many at once as their limits say. */
public final class Turnstile {

    private static final long SOON = 1;

    /** What came of a request to pass. */
    public sealed interface Turn {}

    /** It may pass. Whoever passed closes this when the request is answered, in whatever way; a second time does nothing. */
    public static final class Pass implements Turn, AutoCloseable {

        private final Semaphore places;
        private final AtomicBoolean inside = new AtomicBoolean(true);

        private Pass(Semaphore places) {
            this.places = places;
        }

        @Override
        public void close() {
            if (inside.compareAndSet(true, false)) {
                places.release();
            }
        }
    }

    /** Not now. */
    public record Wait(Admission.Refused refused) implements Turn {}

    private record Gate(Semaphore places, Bucket bucket) {}

    private final Map<String, Gate> gates;

    /** A turnstile for these participants. */
    public Turnstile(Collection<HubConfig.Participant> participants) {
        this(participants, System::nanoTime);
    }

    Turnstile(Collection<HubConfig.Participant> participants, LongSupplier nanos) {
        gates = participants.stream()
                .collect(Collectors.toUnmodifiableMap(
                        HubConfig.Participant::name, participant -> gate(participant.limits(), nanos)));
    }

    private static Gate gate(HubConfig.Limits limits, LongSupplier nanos) {
        return new Gate(new Semaphore(limits.concurrent()), new Bucket(limits.perSecond(), limits.burst(), nanos));
    }

    /** Lets a request of that participant pass, or not. A request that is turned away for want of a place costs nothing of the rate. */
    public Turn enter(HubConfig.Participant participant) {
        Gate gate = gates.get(participant.name());
        if (gate == null) {
            throw new IllegalArgumentException("no such participant");
        }
        if (!gate.places().tryAcquire()) {
            return new Wait(Admission.Refused.tooMany("too many requests of this participant are under way", SOON));
        }
        long seconds = gate.bucket().take();
        if (seconds > 0) {
            gate.places().release();
            return new Wait(Admission.Refused.tooMany("this participant sends more than it may in this time", seconds));
        }
        return new Pass(gate.places());
    }

    /** The refusal of a body of that many bytes, when it is larger than the participant's own limit. */
    public static Optional<Admission.Refused> tooLarge(HubConfig.Participant participant, long bytes) {
        return participant.limits().maxBytes().filter(most -> bytes > most).map(Admission.Refused::tooLarge);
    }
}
