package org.tongwen.conformance.run;

import java.util.List;
import org.tongwen.xsd.finding.Finding;

/**
 * What was found before anything counted: faults of configuration, network and keys. They never touch the score.
 *
 * @param checks what was looked at, in order and in words
 * @param findings what is wrong; a run does not start when one of them is an error
 */
public record Preflight(List<String> checks, List<Finding> findings) {

    /** Copies the lists. */
    public Preflight {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /** Whether a run may start. */
    public boolean ok() {
        return !Finding.anyError(findings);
    }
}
