package org.tongwen.routes.step;

import java.util.List;
import java.util.Optional;
import org.tongwen.rules.Profiled;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * What validation says of a document.
 *
 * @param message identifier of the message, when it could be recognised
 * @param header identifier of the business application header, when there is one
 * @param findings all that there is to say
 * @param rules what came of the rules of a profile, when one was named
 * @param content the message as far as it could be read
 */
public record Verdict(
        Optional<String> message,
        Optional<String> header,
        List<Finding> findings,
        Optional<Profiled> rules,
        Optional<BusinessMessage> content) {

    /** Copies the findings. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** {@code valid} or {@code invalid}. */
    public String word() {
        return valid() ? "valid" : "invalid";
    }

    /** Whether the message is one and nothing of severity error stands against it. */
    public boolean valid() {
        return message.isPresent() && !Finding.anyError(findings);
    }
}
