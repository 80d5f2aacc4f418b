package org.tongwen.conformance.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One document put before a translator, and what is to come of it.
 *
 * @param toIso whether the document is the participant's own and an ISO message must come; otherwise the other way round
 * @param mapping what the participant calls the translation; a name that its configuration may replace
 * @param given values that the translator is told, by name
 * @param document the document, byte for byte
 * @param result what must come, or that the document must be refused
 * @param free places of values in the result that the translator chooses, such as the time of translation; they are not compared
 * @param losses the values that the translator must declare as lost, by their place in the document; no others
 */
public record TranslationCase(
        String name,
        String title,
        String requirement,
        boolean toIso,
        String mapping,
        Map<String, String> given,
        byte[] document,
        Result result,
        List<String> free,
        List<String> losses)
        implements Case {

    /** What must come of a translation. */
    public sealed interface Result {}

    /** This document, compared by what it says and not by how it is written. */
    public record Exactly(byte[] document) implements Result {
        /** Copies the bytes. */
        public Exactly {
            document = document.clone();
        }

        /** A copy of the bytes. */
        @Override
        public byte[] document() {
            return document.clone();
        }
    }

    /** Some document that is valid, and translated back gives the document again but for the losses. */
    public record RoundTrip() implements Result {}

    /**
     * A refusal.
     *
     * @param finding the identifier of a finding that must be given; empty when any will do
     */
    public record Refused(Optional<String> finding) implements Result {}

    /** Copies bytes and collections. */
    public TranslationCase {
        document = document.clone();
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        free = List.copyOf(free);
        losses = List.copyOf(losses);
    }

    /** A copy of the document. */
    @Override
    public byte[] document() {
        return document.clone();
    }
}
