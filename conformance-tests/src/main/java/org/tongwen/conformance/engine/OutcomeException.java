package org.tongwen.conformance.engine;

import org.tongwen.conformance.run.Outcome;

/** An outcome as the JUnit Platform hands it on. */
final class OutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    OutcomeException(Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
