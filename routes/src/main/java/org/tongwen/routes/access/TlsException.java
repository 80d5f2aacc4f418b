package org.tongwen.routes.access;

/** TLS cannot be set up with the files of the configuration. */
public final class TlsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TlsException(Exception cause) {
        super("TLS cannot be set up: " + cause.getMessage(), cause);
    }
}
