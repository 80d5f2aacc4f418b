package org.tongwen.routes;

/** The hub could not be started; the text says why in the operator's terms. */
public final class HubException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
