package org.tongwen.rules.sample;

/**
 * A message with one fault.
 *
 * @param operator the kind of fault, {@code M1} to {@code M19}, or {@code sample} for one that a rule's author wrote
 * @param change what was done
 * @param xml the message
 */
record Mutant(String operator, String change, byte[] xml) {

    /** A fault that a rule's author wrote. */
    static final String SAMPLE = "sample";
}
