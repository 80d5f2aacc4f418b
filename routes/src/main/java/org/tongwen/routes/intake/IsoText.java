package org.tongwen.routes.intake;

import java.nio.charset.StandardCharsets;

/** Tells ISO messages from other documents by their first bytes. */
final class IsoText {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
    private static final int HEAD = 4_096;

    private IsoText() {}

    /** Whether the head of a document names the namespace of ISO 20022, in an encoding of one or two bytes. */
    static boolean is(byte[] document) {
        int length = Math.min(HEAD, document.length);
        return new String(document, 0, length, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .contains(NAMESPACE);
    }
}
