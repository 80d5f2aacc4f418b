package org.tongwen.routes.journal;

import java.util.List;
import org.tongwen.xsd.finding.Finding;

/**
 * What a check of the journal found: any change to a row, any row that was added, taken away or put in another's place, whoever did so without the
 * keys.
 *
 * <p>Two things it cannot find: that a whole store, or the end of a chain with all that belongs to it, was put back to what it was once; the heads of
 * chains that were written down elsewhere tell. And when and how often a waiting delivery is tried, which changes all the time.
 *
 * @param chains the chains, by node and day
 * @param findings what is not as it was written; empty when all is
 */
public record Verification(List<Chain> chains, List<Finding> findings) {

    /**
     * One chain.
     *
     * @param node the process that wrote it
     * @param day its day, in UTC
     * @param steps how many steps it has
     * @param head the hash of its last step, in hexadecimal digits; whoever writes it down can tell later that none was taken away
     */
    public record Chain(String node, String day, long steps, String head) {}

    /** Copies the lists. */
    public Verification {
        chains = List.copyOf(chains);
        findings = List.copyOf(findings);
    }
}
