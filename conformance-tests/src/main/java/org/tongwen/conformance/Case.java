package org.tongwen.conformance;

import java.util.List;

/**
 * One message put before a judge, and what is to come of it.
 *
 * @param name the name of its folder
 * @param requirement the identifier of the requirement that it tests
 * @param verdict the verdict that is right
 * @param findings the findings that are right, in any order
 * @param message the message, byte for byte
 */
public record Case(String name, String requirement, Verdict verdict, List<ExpectedFinding> findings, byte[] message) {

    /** Copies list and bytes. */
    public Case {
        findings = List.copyOf(findings);
        message = message.clone();
    }

    /** A copy of the message, for the judge to do with as it likes. */
    @Override
    public byte[] message() {
        return message.clone();
    }
}
