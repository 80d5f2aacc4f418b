package org.tongwen.xsd.sample;

/** A way to write a message as XML. All mean the same. */
public enum Writing {
    /** On one line, no prefix. */
    PLAIN,
    /** The message's elements have a namespace prefix. */
    PREFIXED,
    /** Comments and processing instructions everywhere, in the middle of values too. */
    COMMENTED,
    /** Line breaks, tabs and blanks between elements. */
    INDENTED,
    /** Values in CDATA sections. */
    CDATA,
    /** Every character of a value by its number. */
    REFERENCES,
    /** Attributes in reverse order, in single quotes, behind one that names the schema. */
    ATTRIBUTES_REVERSED,
    /** UTF-16 instead of UTF-8. */
    UTF_16
}
