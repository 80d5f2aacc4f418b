package org.tongwen.mappings.format.mt;

import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Something wrong in a piece of text, at an offset from its beginning. */
record Flaw(String id, int offset, String message, String value, String hint) {

    Flaw shifted(int by) {
        return new Flaw(id, offset + by, message, value, hint);
    }

    Finding at(Place place) {
        Finding finding = Finding.error(id, place, message);
        return (value.isEmpty() ? finding : finding.value(value)).hint(hint);
    }
}
