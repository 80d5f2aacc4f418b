package org.tongwen.conformance.reference;

/** Somebody wants the participant to do something that it does not know how to do. */
final class UnknownVerbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownVerbException(String verb) {
        super("unknown verb " + verb);
    }
}
