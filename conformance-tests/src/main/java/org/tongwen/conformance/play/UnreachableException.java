package org.tongwen.conformance.play;

/** The participant does not let itself be tested: a case cannot go on, and nothing is said of its requirement. */
final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message);
    }
}
