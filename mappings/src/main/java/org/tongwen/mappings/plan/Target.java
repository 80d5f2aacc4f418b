package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * A place below an ISO element where a codec writes.
 *
 * @param key the place in the codec's terms, such as {@code Othr/Id} or {@code @Ccy}
 * @param steps the elements on the way; none for the element itself
 * @param attribute the attribute, for a place such as {@code @Ccy}
 */
record Target(String key, List<ElementDeclaration> steps, Optional<String> attribute) {

    /** The element itself. */
    static final Target SELF = new Target("", List.of(), Optional.empty());

    void set(Node element, String value, Place origin) {
        Node node = element;
        for (ElementDeclaration step : steps) {
            List<Node> known = node.children(step);
            Node next = known.isEmpty() ? new Node(step, origin) : known.get(0);
            if (known.isEmpty()) {
                node.add(next);
            }
            node = next;
        }
        if (attribute.isPresent()) {
            node.attribute(attribute.get(), value);
        } else {
            node.text(value);
        }
    }

    /** The text here; empty when the element or attribute is not there. */
    Optional<String> get(Node element) {
        Optional<Node> node = node(element);
        return attribute.isPresent()
                ? node.flatMap(found -> found.attribute(attribute.get()))
                : node.filter(found -> found.children().isEmpty()).map(Target::text);
    }

    /** The text as its type's white space rule leaves it: blanks around a number or date mean nothing. */
    private static String text(Node node) {
        return LeafCompiler.valueType(node.declaration())
                .map(type -> type.normal(node.text()))
                .orElse(node.text());
    }

    void markRead(Node element, Run run) {
        node(element).ifPresent(node -> {
            if (attribute.isPresent()) {
                run.read(node, attribute.get());
            } else {
                run.read(node);
            }
        });
    }

    private Optional<Node> node(Node element) {
        Node node = element;
        for (ElementDeclaration step : steps) {
            List<Node> found = node.children(step);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            node = found.get(0);
        }
        return Optional.of(node);
    }
}
