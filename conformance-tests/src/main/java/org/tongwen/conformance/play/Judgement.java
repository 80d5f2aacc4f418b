package org.tongwen.conformance.play;

import java.util.List;
import org.tongwen.conformance.plan.Verdict;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/**
 * What the document under test says about a message.
 *
 * @param verdict its verdict
 * @param findings its reasons
 */
public record Judgement(Verdict verdict, List<Finding> findings) {

    /** Copies the findings. */
    public Judgement {
        findings = List.copyOf(findings);
    }

    /** Valid only if something was read and nothing is an error. */
    public static Judgement of(Checked<?> checked) {
        return new Judgement(checked.ok() ? Verdict.VALID : Verdict.INVALID, checked.findings());
    }
}
