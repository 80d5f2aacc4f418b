package org.tongwen.xsd.parse;

import org.tongwen.xsd.finding.Finding;

/** A document cannot be read further; the finding says why, and where. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /** Wraps the reason. */
    public UnreadableException(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    /** Why, and where. */
    public Finding finding() {
        return finding;
    }
}
