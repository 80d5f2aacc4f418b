package org.tongwen.mappings.plan;

import java.util.List;
import org.tongwen.rules.pack.Rule;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/** How a translation ended. */
public enum Outcome {
    /** There is a result. */
    DONE("done"),
    /** The message could be made, but nothing other than rules of the scheme stands against it: it waits for repair, and nothing is lost. */
    HELD("held"),
    /** The document is at fault, or cannot be translated. */
    REFUSED("refused");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word that reports use. */
    public String word() {
        return word;
    }

    /** The outcome that findings amount to. */
    public static Outcome of(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return DONE;
        }
        return errors.stream().allMatch(error -> error.id().startsWith(Rule.SCHEME)) ? HELD : REFUSED;
    }
}
