package org.tongwen.conformance;

/** What came of a case or a requirement, gravest first. Only {@link #PASS} counts as conformance. */
public enum Outcome {
    /** The judge was wrong. */
    FAIL,
    /** The judge gave no answer. */
    ERROR,
    /** Nothing was tried. */
    NOT_RUN,
    /** The judge was right, in every case. */
    PASS
}
