package org.tongwen.conformance.conversation;

/** A change to a message that is about to be sent. */
public sealed interface Change {

    /** Where, from the root of the header or the document. */
    IsoPath path();

    /** The text or attribute there becomes this; elements that are missing are made. */
    record Put(IsoPath path, Value value) implements Change {}

    /** The element or attribute there goes, if there is one. */
    record Remove(IsoPath path) implements Change {}
}
