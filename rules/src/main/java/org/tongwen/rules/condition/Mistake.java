package org.tongwen.rules.condition;

import org.tongwen.xsd.finding.Finding;

/** Ends the parsing of a condition; it never leaves this package. */
final class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Mistake(Finding finding) {
        super(finding.message(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
