package org.tongwen.routes.step;

import org.apache.camel.Exchange;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads the bodies of exchanges. */
final class Bodies {

    private Bodies() {}

    /** The body's bytes; a refusal when there are none. */
    static byte[] document(Exchange exchange) {
        byte[] document = exchange.getMessage().getBody(byte[].class);
        if (document == null || document.length == 0) {
            throw new RefusedException(Finding.error("hub.EmptyBody", Place.NOWHERE, "the document is empty"));
        }
        return document;
    }
}
