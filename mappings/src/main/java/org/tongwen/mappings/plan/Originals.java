package org.tongwen.mappings.plan;

import java.util.Optional;
import org.tongwen.xsd.message.BusinessMessage;

/** The stored ISO messages of a conversation, which formulas reach by {@code recall}. Whoever keeps messages supplies them. */
@FunctionalInterface
public interface Originals {

    /** None is at hand. */
    Originals NONE = message -> Optional.empty();

    /**
     * The stored message that the translated one refers to, when nothing says which that is.
     *
     * @param message the message as the mapping's head names it, with or without its version: {@code pacs.008}
     * @return ISO 20022 XML; empty when none is at hand
     */
    Optional<byte[]> find(String message);

    /**
     * The stored message that an institution's document refers to.
     *
     * @param reference what the document calls it: any reference that the stored message holds
     */
    default Optional<byte[]> find(String message, String reference) {
        return find(message);
    }

    /**
     * The stored message that an ISO message refers to.
     *
     * @param referring the message that is translated
     */
    default Optional<byte[]> find(String message, BusinessMessage referring) {
        return find(message);
    }
}
