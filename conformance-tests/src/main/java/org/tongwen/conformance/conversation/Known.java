package org.tongwen.conformance.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongwen.xsd.definition.MessageDefinition;

/** What is known beforehand of something that paths may name, so that a wrong path is found when a plan is read. */
public sealed interface Known {

    /** A text. */
    record Leaf() implements Known {}

    /** A message of this definition. */
    record OfMessage(MessageDefinition definition) implements Known {}

    /** Names with what each of them is. */
    record Tree(Map<String, Known> names) implements Known {
        /** Copies the names. */
        public Tree {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        }
    }

    /** Something whose content the participant chooses. */
    record Open() implements Known {}
}
