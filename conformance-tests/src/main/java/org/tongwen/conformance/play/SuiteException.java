package org.tongwen.conformance.play;

/** The suite or its plan is at fault; nothing can be said of the participant. */
final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SuiteException(String message) {
        super(message);
    }
}
