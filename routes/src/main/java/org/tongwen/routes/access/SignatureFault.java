package org.tongwen.routes.access;

import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** What can be wrong with the signature of a body. */
enum SignatureFault {
    MISSING("hub.SignatureMissing", "the message is not signed"),
    FORM("hub.SignatureForm", "the signature is not of a form that is taken"),
    ALGORITHM("hub.SignatureAlgorithm", "the algorithm of the signature is not one that is taken"),
    SCOPE("hub.SignatureScope", "the signature does not cover the whole message"),
    CONTENT("hub.SignatureContent", "the content is not what was signed"),
    KEY("hub.SignatureKey", "the signature was not made with a key of this participant");

    private final String id;
    private final String message;

    SignatureFault(String id, String message) {
        this.id = id;
        this.message = message;
    }

    Finding finding() {
        return Finding.error(id, Place.NOWHERE, message);
    }
}
