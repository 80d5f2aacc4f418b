package org.tongwen.conformance.conversation;

import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * A message with places that are filled in.
 *
 * @param name the name of its file, without ending
 * @param message the message, whose texts may hold places
 */
public record Template(String name, BusinessMessage message) {

    /** What the standard says of its document. */
    public MessageDefinition definition() {
        return message.document().definition();
    }
}
