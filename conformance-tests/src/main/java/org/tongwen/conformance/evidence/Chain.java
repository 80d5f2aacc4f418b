package org.tongwen.conformance.evidence;

/**
 * Where a chain of evidence ends.
 *
 * @param count how many exchanges there are
 * @param head hash of the last one, in hexadecimal; of an empty chain {@link #START}
 */
public record Chain(int count, String head) {

    /** What the first exchange names as the hash before it. */
    public static final String START = "0".repeat(64);

    /** A chain without exchanges. */
    public static final Chain EMPTY = new Chain(0, START);
}
