package org.tongwen.mappings.plan;

/** How much a translation reports of the values that it carries. */
public enum Reporting {
    /** What is read by nothing; nothing is translated back to see what was lost on the way. */
    NONE,
    /** Every loss, found by translating back and comparing. */
    LOSSES,
    /** Every value of the document with its fate. */
    LINEAGE
}
