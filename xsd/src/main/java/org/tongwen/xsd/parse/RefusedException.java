package org.tongwen.xsd.parse;

import java.io.IOException;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A document cannot be read further, for a reason that lies in its bytes. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    RefusedException(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    static RefusedException tooLarge(String message) {
        return new RefusedException(Finding.error("xsd.TooLarge", Place.NOWHERE, message));
    }

    static RefusedException notWellFormed(Place place, String reason) {
        return new RefusedException(XmlReader.notWellFormed(place, reason));
    }

    Finding finding() {
        return finding;
    }
}
