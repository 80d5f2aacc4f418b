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
 * @param losses what the result does not carry, as the mapping declares
 */
public record Translation(Optional<byte[]> result, String mediaType, List<Finding> findings, List<Loss> losses) {

    /** Copies the lists. A result beside an error does not count. */
    public Translation {
        result = Finding.anyError(findings) ? Optional.empty() : result;
        findings = List.copyOf(findings);
        losses = List.copyOf(losses);
    }

    /** No result, for these reasons. */
    public static Translation refused(List<Finding> findings) {
        return new Translation(Optional.empty(), "", findings, List.of());
    }

    /** Whether there is a result. */
    public boolean ok() {
        return result.isPresent();
    }
}
