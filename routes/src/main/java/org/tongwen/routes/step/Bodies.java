package org.tongwen.routes.step;

import org.apache.camel.Exchange;

/** Reads the bodies of exchanges. */
final class Bodies {

    private Bodies() {}

    /** The body's bytes; a refusal when there are none. */
    static byte[] document(Exchange exchange) {
        byte[] document = exchange.getMessage().getBody(byte[].class);
        if (document == null || document.length == 0) {
            throw new RefusedException("hub.EmptyBody", "the document is empty");
        }
        return document;
    }
}
