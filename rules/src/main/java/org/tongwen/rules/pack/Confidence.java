package org.tongwen.rules.pack;

import org.tongwen.xsd.finding.Severity;

/** How well a rule is confirmed. Only what is certain may refuse a message. */
public enum Confidence {
    /** Two independent sources agree. */
    A,
    /** One secondary source. */
    B,
    /** Not settled. */
    C;

    /** The severity of a finding, where the rule says none itself. */
    Severity severity() {
        return this == A ? Severity.ERROR : Severity.WARNING;
    }
}
