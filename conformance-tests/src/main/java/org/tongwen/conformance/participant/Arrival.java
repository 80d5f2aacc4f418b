package org.tongwen.conformance.participant;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/**
 * Something that came from the participant, as an answer over HTTP or as a call back.
 *
 * @param time when it came, on the suite's clock
 * @param body as it came
 * @param message what could be read of it
 * @param texts all texts in it
 * @param evidence the numbers of its exchanges, first of that which holds it
 */
public record Arrival(
        Instant time, byte[] body, Checked<BusinessMessage> message, Set<String> texts, List<Integer> evidence) {

    /** Copies what can be changed. */
    public Arrival {
        body = body.clone();
        texts = Set.copyOf(texts);
        evidence = List.copyOf(evidence);
    }

    /** Something that came now, read. */
    public static Arrival of(Instant time, byte[] body, MessageReader reader, List<Integer> evidence) {
        Checked<BusinessMessage> message = reader.read(body);
        return new Arrival(time, body, message, texts(message), evidence);
    }

    /** A copy of the body. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** How many bytes came. */
    int length() {
        return body.length;
    }

    /** The identifier of its document's definition; empty when it is no message that is known. */
    public String id() {
        return message.value().map(read -> read.document().definition().id()).orElse("");
    }

    private static Set<String> texts(Checked<BusinessMessage> message) {
        return message.value().stream()
                .flatMap(BusinessMessage::parts)
                .flatMap(part -> part.root().all())
                .map(Node::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    /** As people call it. */
    public String words() {
        return id().isEmpty() ? "something that is no message (" + body.length + " bytes)" : id();
    }
}
