package org.tongwen.conformance.certificate;

/** A file does not hold the key that it should hold. The message says why, without anything of the key. */
public final class KeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyException(String message) {
        super(message);
    }

    KeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
