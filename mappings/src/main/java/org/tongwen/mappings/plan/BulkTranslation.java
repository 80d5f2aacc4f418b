package org.tongwen.mappings.plan;

import java.util.List;
import org.tongwen.xsd.finding.Finding;

/**
 * What came of the translation of a long document. Of findings and of losses the first thousand each are kept; a note counts the others.
 *
 * @param ok whether the result was written; after an error nothing is left of it
 * @param items how many items of the list there were
 * @param mediaType what the result is
 * @param findings what there is to say, at places in the document that was given
 * @param ledger how values ended, as in {@link Translation}
 */
public record BulkTranslation(
        boolean ok, long items, String mediaType, List<Finding> findings, List<LedgerEntry> ledger) {

    /** Copies the lists. */
    public BulkTranslation {
        findings = List.copyOf(findings);
        ledger = List.copyOf(ledger);
    }

    static BulkTranslation refused(long items, List<Finding> findings, List<LedgerEntry> ledger) {
        return new BulkTranslation(false, items, "", findings, ledger);
    }
}
