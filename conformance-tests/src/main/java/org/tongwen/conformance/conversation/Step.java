package org.tongwen.conformance.conversation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Place;

/** A step of a conversation. */
public sealed interface Step {

    /** What all steps have. */
    Common common();

    /**
     * What all steps have.
     *
     * @param place where the plan writes it
     * @param name what later steps call it; empty for a step without a name
     * @param setup whether it only leads to what is tested, so that its failure is none of the requirement: the case is then not run
     */
    record Common(Place place, String name, boolean setup) {}

    /**
     * The suite sends a message.
     *
     * @param source where the message comes from
     * @param changes what is changed in it, in order
     * @param wire what is done to its bytes
     * @param signature how it is signed
     * @param statuses the HTTP statuses of which one must come
     * @param isValid whether the message keeps to its definition; the suite checks that it does or does not
     * @param times how often it is sent, each at once with the others
     */
    record Send(
            Common common,
            Source source,
            List<Change> changes,
            List<Wire> wire,
            Signature signature,
            String contentType,
            List<Integer> statuses,
            boolean isValid,
            int times)
            implements Step {
        /** Copies the lists. */
        public Send {
            changes = List.copyOf(changes);
            wire = List.copyOf(wire);
            statuses = List.copyOf(statuses);
        }
    }

    /** Where a message comes from that is sent. */
    sealed interface Source {}

    /** A template, filled in. */
    record FromTemplate(Template template) implements Source {}

    /** A message that was sent or came before, with changes. */
    record Like(String name) implements Source {}

    /** A message that was sent before, byte for byte. */
    record Again(String name) implements Source {}

    /** How a message is signed that is sent. */
    enum Signature {
        /** As the plan demands. */
        RIGHT,
        /** Not at all. */
        NONE,
        /** With a key that nobody knows. */
        OTHER_KEY,
        /** With the key of another party that the suite plays. */
        OTHER_PARTY,
        /** The signature holds the message and is of that; what is done to the bytes is done to the message that stands outside. */
        MOVED,
        /** Only the header is signed, by a transform that selects it. */
        SELECTED,
        /** Rightly, but the signature holds a second document, to which is done what is done to the bytes. */
        DOUBLED
    }

    /**
     * A message must come.
     *
     * @param message which one
     * @param to the name of what it answers or follows; empty for what was sent last
     * @param within the longest time after that, on the suite's clock
     * @param least how many must come
     * @param most how many may come
     * @param judges whether the requirement is only about what comes: when nothing does, the case is not run, and not failed
     * @param checks what must hold for each of them
     */
    record Expect(
            Common common,
            MessageDefinition message,
            String to,
            Duration within,
            int least,
            int most,
            boolean judges,
            List<Check> checks)
            implements Step {
        /** Copies the checks. */
        public Expect {
            checks = List.copyOf(checks);
        }
    }

    /**
     * Nothing must come.
     *
     * @param message only such a message must not come; empty for none at all
     * @param within for how long, on the suite's clock
     */
    record ExpectNothing(Common common, Optional<MessageDefinition> message, Duration within) implements Step {}

    /**
     * The participant is told to begin something.
     *
     * @param verb what
     * @param fields what it needs to know, as a JSON object: a text, or a map of the same kind
     * @param statuses the HTTP statuses of which one must come
     */
    record Trigger(Common common, String verb, Map<String, Field> fields, List<Integer> statuses) implements Step {
        /** Copies the fields, which keep their order. */
        public Trigger {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            statuses = List.copyOf(statuses);
        }
    }

    /** A field of what the participant is told. */
    sealed interface Field {}

    /** A text. */
    record TextField(Value value) implements Field {}

    /** An object. */
    record ObjectField(Map<String, Field> fields) implements Field {
        /** Copies the fields, which keep their order. */
        public ObjectField {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * The participant is asked what it booked.
     *
     * @param uetr of which payment
     * @param checks what must hold; asked of something that has a child {@code booking} for each booking
     */
    record Observe(Common common, Value uetr, List<Check> checks) implements Step {
        /** Copies the checks. */
        public Observe {
            checks = List.copyOf(checks);
        }
    }

    /** Time goes by. */
    record Advance(Common common, Duration by) implements Step {}

    /**
     * The next messages of the participant are answered in this way, which tests what it does then.
     *
     * @param status the HTTP status; 0 for a connection that is closed without an answer
     * @param times how many messages
     */
    record Respond(Common common, int status, int times) implements Step {}
}
