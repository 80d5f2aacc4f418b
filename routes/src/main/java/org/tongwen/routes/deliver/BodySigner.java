package org.tongwen.routes.deliver;

import java.io.IOException;
import java.util.Map;
import org.tongwen.routes.config.HubConfig.Receives;

/** Signs what the hub sends. */
@FunctionalInterface
public interface BodySigner {

    /** Signs nothing. */
    BodySigner NONE = (receives, mediaType, body) -> new Signed(body, Map.of());

    /**
     * Signs a body as its receiver wants it. A body must come out the same at each attempt, or its receiver could not tell a repeat: a signature
     * inside of it is made without chance and time, or before the message is journalled. Headers may differ.
     *
     * @throws IOException when a key cannot be read or used; the delivery is tried again later
     */
    Signed sign(Receives receives, String mediaType, byte[] body) throws IOException;

    /**
     * What is sent.
     *
     * @param body the body
     * @param headers further headers
     */
    record Signed(byte[] body, Map<String, String> headers) {

        /** Copies the headers. */
        public Signed {
            headers = Map.copyOf(headers);
        }
    }
}
