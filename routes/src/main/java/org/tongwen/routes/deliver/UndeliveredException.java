package org.tongwen.routes.deliver;

import java.time.Duration;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A receiver has not taken a delivery, as far as the hub knows. Thrown by the steps of {@code direct:deliver}. */
public final class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;
    private final boolean forGood;
    private final Duration pause;

    private UndeliveredException(Finding finding, boolean forGood, Duration pause) {
        super(finding.id() + ": " + finding.message());
        this.finding = finding;
        this.forGood = forGood;
        this.pause = pause;
    }

    /** Another attempt may help. */
    public static UndeliveredException again(String id, String message) {
        return again(id, message, Duration.ZERO);
    }

    /** Another attempt may help, but not before that pause, which the receiver asks for. */
    static UndeliveredException again(String id, String message, Duration pause) {
        return new UndeliveredException(Finding.error(id, Place.NOWHERE, message), false, pause);
    }

    /** No attempt will help. */
    public static UndeliveredException forGood(String id, String message) {
        return new UndeliveredException(Finding.error(id, Place.NOWHERE, message), true, Duration.ZERO);
    }

    /** Why. */
    public Finding finding() {
        return finding;
    }

    boolean isForGood() {
        return forGood;
    }

    Duration pause() {
        return pause;
    }

    /** The one in a failure or among its causes: Camel and beans wrap what they throw. */
    static Optional<UndeliveredException> in(Throwable failure) {
        for (Optional<Throwable> cause = Optional.of(failure);
                cause.isPresent();
                cause = cause.map(Throwable::getCause)) {
            if (cause.get() instanceof UndeliveredException undelivered) {
                return Optional.of(undelivered);
            }
        }
        return Optional.empty();
    }
}
