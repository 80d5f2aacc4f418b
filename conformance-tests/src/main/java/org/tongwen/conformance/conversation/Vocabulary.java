package org.tongwen.conformance.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.load.Catalogue;

/**
 * What the steps of a plan may name.
 *
 * @param catalogue the messages there are
 * @param templates by name
 * @param names what is known before a conversation begins: {@code data}, {@code participant} and {@code party}
 * @param within how long an answer may take where a step does not say it
 * @param files gives the bytes of a file of the plan by its path; empty when there is none
 */
public record Vocabulary(
        Catalogue catalogue,
        Map<String, Template> templates,
        Map<String, Known> names,
        Duration within,
        Function<String, Optional<byte[]>> files) {

    private static final String HEADER = "head.001.001.02";

    /** The definition of the business application headers that the suite sends and takes. */
    public MessageDefinition header() {
        return catalogue
                .find(HEADER)
                .orElseThrow(() -> new IllegalStateException("the catalogue lacks the header " + HEADER));
    }

    Scope scope() {
        return new Scope(header(), names);
    }
}
