package org.tongwen.rules.pack;

/** A rule could not be asked. It is a fault of the rule or of ours, never of the message, and nobody knows whether the message is sound. */
public final class RulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RulesException(String message, Throwable cause) {
        super(message, cause);
    }
}
