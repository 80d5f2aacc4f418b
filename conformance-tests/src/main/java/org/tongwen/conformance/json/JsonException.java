package org.tongwen.conformance.json;

/** A JSON document is not what its reader needs. The message says why, in one sentence. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
