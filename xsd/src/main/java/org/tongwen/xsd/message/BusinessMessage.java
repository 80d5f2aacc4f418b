package org.tongwen.xsd.message;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one party sends to another: a document, with a business application header or without.
 *
 * @param header the header, {@code AppHdr}
 * @param document the document; a header that came alone stands here
 */
public record BusinessMessage(Optional<Message> header, Message document) {

    /** A document without header. */
    public static BusinessMessage of(Message document) {
        return new BusinessMessage(Optional.empty(), document);
    }

    /** The header, if there is one, and the document. */
    public Stream<Message> parts() {
        return Stream.concat(header.stream(), Stream.of(document));
    }
}
