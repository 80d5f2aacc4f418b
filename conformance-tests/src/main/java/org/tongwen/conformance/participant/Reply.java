package org.tongwen.conformance.participant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came back from a request.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param type the content type without its parameters; empty when there is none
 * @param date what the other side's clock showed; empty when it does not say
 * @param body what came of the body, up to the limit
 * @param fault why there is no whole answer, in words
 * @param evidence the numbers of request and answer in the evidence
 */
public record Reply(
        int status, String type, Optional<Instant> date, byte[] body, Optional<String> fault, List<Integer> evidence) {

    /** Copies bytes and numbers. */
    public Reply {
        body = body.clone();
        evidence = List.copyOf(evidence);
    }

    /** A copy of the body. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** As people read it. */
    public String words() {
        return fault.orElse("HTTP " + status);
    }
}
