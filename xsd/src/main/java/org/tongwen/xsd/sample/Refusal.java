package org.tongwen.xsd.sample;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * A value that was made to fit a type, and that our own validation refused. The message got another value in its place; another judge
 * can say whether the refusal was right.
 *
 * @param node the element of the message that has the other value now
 * @param attribute the attribute that has it; empty for the element's own text
 * @param text the value that was refused
 */
public record Refusal(Node node, Optional<String> attribute, String text) {

    /** The message, as XML in UTF-8, with the refused value. */
    public byte[] xml(MessageDefinition definition) {
        Message message = new Message(definition, root());
        Markup plain = new Markup(message, Writing.PLAIN, Map.of());
        String element = attribute
                .map(name -> plain.element(node, Mutants.with(node.attributes(), name, text), plain.content(node)))
                .orElseGet(() -> plain.element(node, node.attributes(), plain.value(text)));
        return new Markup(message, Writing.PLAIN, Map.of(node, element))
                .document()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Node root() {
        Node above = node;
        while (above.parent().isPresent()) {
            above = above.parent().get();
        }
        return above;
    }

    @Override
    public String toString() {
        return "the refused value '" + text + "' at " + node.path()
                + attribute.map(name -> "/@" + name).orElse("");
    }
}
