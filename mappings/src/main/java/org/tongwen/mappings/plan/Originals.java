package org.tongwen.mappings.plan;

import java.util.Optional;

/** The stored ISO messages of a conversation, which formulas reach by {@code recall}. Whoever keeps messages supplies them. */
@FunctionalInterface
public interface Originals {

    /** None is at hand. */
    Originals NONE = message -> Optional.empty();

    /**
     * The stored message that the translated one refers to.
     *
     * @param message the message as the mapping's head names it, with or without its version: {@code pacs.008}
     * @return ISO 20022 XML; empty when none is at hand
     */
    Optional<byte[]> find(String message);
}
