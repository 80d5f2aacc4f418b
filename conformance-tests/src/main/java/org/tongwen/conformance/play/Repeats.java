package org.tongwen.conformance.play;

import java.util.HashMap;
import java.util.Map;
import org.tongwen.conformance.evidence.Digest;
import org.tongwen.conformance.participant.Arrival;
import org.tongwen.xsd.message.MessageWriter;

/**
 * What the participant said already in a case. To say the very same again is a message too many; it is not the answer to what was asked
 * later, nor a sign that something else was done.
 */
final class Repeats {

    /** By content, what it answered, and how often the suite had asked then. */
    private final Map<String, Map<String, Integer>> answers = new HashMap<>();

    private int questions;
    private boolean isCalledFor;

    /** A message was taken as the answer to something. */
    void said(String to, Arrival arrival) {
        answers.computeIfAbsent(content(arrival), key -> new HashMap<>()).put(to, questions);
    }

    /** The suite asked for something; the answer may be one that was given before. */
    void asked() {
        questions++;
    }

    /** The suite did not take a message, so that it may be sent again. */
    void callFor() {
        isCalledFor = true;
    }

    /** Whether the same was said before, in answer to anything. */
    boolean contain(Arrival arrival) {
        return !isCalledFor && answers.containsKey(content(arrival));
    }

    /** Whether the same was said before in answer to this, and nothing was asked since. */
    boolean contain(Arrival arrival, String to) {
        Integer then = answers.getOrDefault(content(arrival), Map.of()).get(to);
        return !isCalledFor && then != null && then == questions;
    }

    /** A signature has another value each time. */
    private static String content(Arrival arrival) {
        return Digest.of(arrival.message()
                .value()
                .map(message -> MessageWriter.xml(Unsigned.of(message)))
                .orElseGet(arrival::body));
    }
}
