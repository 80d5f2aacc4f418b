package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;

/**
 * What came of one translation.
 *
 * @param result the translated document; empty when a finding is an error
 * @param mediaType what the result is, such as {@code application/xml}
 * @param findings all that there is to say, at places in the document that was given
 * @param ledger how the document's values ended, in the order of the document, as far as the context asks to know: all of them, or
 *     those that the result does not hold as they were
 */
public record Translation(Optional<byte[]> result, String mediaType, List<Finding> findings, List<LedgerEntry> ledger) {

    /** Copies the lists. A result beside an error does not count. */
    public Translation {
        result = Finding.anyError(findings) ? Optional.empty() : result;
        findings = List.copyOf(findings);
        ledger = List.copyOf(ledger);
    }

    /** No result, for these reasons. */
    public static Translation refused(List<Finding> findings) {
        return new Translation(Optional.empty(), "", findings, List.of());
    }

    /** What the result does not carry, or carries in another form. */
    public List<LedgerEntry> losses() {
        return ledger.stream().filter(LedgerEntry::isLoss).toList();
    }

    /** Whether there is a result. */
    public boolean ok() {
        return result.isPresent();
    }
}
