package org.tongwen.conformance.play;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tongwen.conformance.evidence.Digest;
import org.tongwen.conformance.participant.Arrival;
import org.tongwen.xsd.message.MessageWriter;

/**
 * What the participant said already in a case. To say the very same again is a message too many; it is not the answer to what was asked
 * later, nor a sign that something else was done.
 */
final class Repeats {

    private final Map<String, Set<String>> answers = new HashMap<>();
    private boolean isCalledFor;

    /** A message was taken as the answer to something. */
    void said(String to, Arrival arrival) {
        answers.computeIfAbsent(content(arrival), key -> new HashSet<>()).add(to);
    }

    /** The suite did not take a message, so that it may be sent again. */
    void callFor() {
        isCalledFor = true;
    }

    /** Whether the same was said before, in answer to anything. */
    boolean contain(Arrival arrival) {
        return !isCalledFor && answers.containsKey(content(arrival));
    }

    /** Whether the same was said before, in answer to this. */
    boolean contain(Arrival arrival, String to) {
        return !isCalledFor && answers.getOrDefault(content(arrival), Set.of()).contains(to);
    }

    /** A signature has another value each time. */
    private static String content(Arrival arrival) {
        return Digest.of(arrival.message()
                .value()
                .map(message -> MessageWriter.xml(Unsigned.of(message)))
                .orElseGet(arrival::body));
    }
}
