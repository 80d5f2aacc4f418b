package org.tongwen.conformance.conversation;

import java.util.List;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * A message with places that are filled in.
 *
 * @param name the name of its file, without ending
 * @param message the message, whose texts may hold places
 */
public record Template(String name, BusinessMessage message) {

    /** Its values that have places to fill in. A template with a wrong place is never made. */
    List<Value> places() {
        return message.parts()
                .flatMap(part -> part.root().all())
                .flatMap(node -> Stream.concat(Stream.of(node.text()), node.attributes().values().stream()))
                .filter(text -> text.contains("${"))
                .flatMap(text -> ValueParser.parse(text, Place.NOWHERE).value().stream())
                .toList();
    }

    /** What the standard says of its document. */
    public MessageDefinition definition() {
        return message.document().definition();
    }

    /** The values in it that are filled in. */
    public List<Value> values() {
        return message.parts()
                .flatMap(part -> part.root().all())
                .flatMap(node -> Stream.concat(Stream.of(node.text()), node.attributes().values().stream()))
                .filter(text -> text.contains("${"))
                .flatMap(text -> ValueParser.parse(text, Place.NOWHERE).value().stream())
                .toList();
    }
}
