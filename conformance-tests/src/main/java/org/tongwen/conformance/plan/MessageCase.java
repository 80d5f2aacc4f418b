package org.tongwen.conformance.plan;

import java.util.List;

/**
 * One message put before a judge, and what is to come of it.
 *
 * @param verdict the verdict that is right
 * @param findings the findings that are right, in any order
 * @param message the message, byte for byte
 */
public record MessageCase(
        String name, String title, String requirement, Verdict verdict, List<ExpectedFinding> findings, byte[] message)
        implements Case {

    /** Copies list and bytes. */
    public MessageCase {
        findings = List.copyOf(findings);
        message = message.clone();
    }

    /** A copy of the message, for the judge to do with as it likes. */
    @Override
    public byte[] message() {
        return message.clone();
    }
}
