package org.tongwen.conformance.conversation;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** Makes messages from others, with changes. The message that it starts from stays as it is. */
public final class Assembly {

    private static final Gone NOTHING = new Gone(Optional.empty(), Optional.empty());

    private final Filler filler;

    /** Fills in the places of templates and changes by this. */
    public Assembly(Filler filler) {
        this.filler = filler;
    }

    /** A template with its places filled in, changed. */
    public BusinessMessage fill(Template template, List<Change> changes) {
        return changed(copy(template.message(), NOTHING, true), changes);
    }

    /** A message as it is, changed. */
    public BusinessMessage like(BusinessMessage message, List<Change> changes) {
        return changed(copy(message, NOTHING, false), changes);
    }

    private BusinessMessage changed(BusinessMessage own, List<Change> changes) {
        BusinessMessage message = own;
        for (Change change : changes) {
            Optional<Node> top = change.path().inHeader()
                    ? message.header().map(Message::root)
                    : Optional.of(message.document().root());
            if (top.isEmpty()) {
                throw new Filler.MissingException("the message has no header to change at " + change.path());
            }
            if (change instanceof Change.Put put) {
                put(top.get(), put.path(), filler.fill(put.value()));
            } else {
                message = without(message, top.get(), change.path());
            }
        }
        return message;
    }

    private static void put(Node top, IsoPath path, String text) {
        Node at = top;
        for (IsoPath.Step step : path.steps()) {
            at = child(at, step);
        }
        if (path.attribute().isPresent()) {
            at.attribute(path.attribute().get(), text);
        } else {
            at.text(text);
        }
    }

    /** The child of that name and number, which is made when it is not there. */
    private static Node child(Node parent, IsoPath.Step step) {
        List<Node> there = parent.children(step.name()).toList();
        if (there.size() >= step.number()) {
            return there.get(step.number() - 1);
        }
        ElementDeclaration declaration = declaration(parent, step.name());
        Node made = new Node(declaration, Place.NOWHERE);
        for (int i = there.size(); i < step.number(); i++) {
            made = new Node(declaration, Place.NOWHERE);
            parent.add(made);
        }
        parent.arrange();
        return made;
    }

    private static ElementDeclaration declaration(Node parent, String name) {
        return Optional.of(parent.declaration().type())
                .filter(ComplexType.class::isInstance)
                .flatMap(type -> ((ComplexType) type).element(name))
                .orElseThrow(() -> new Filler.MissingException(parent.path() + " can hold no " + name));
    }

    private BusinessMessage without(BusinessMessage message, Node top, IsoPath path) {
        Optional<Node> at = Optional.of(top);
        for (IsoPath.Step step : path.steps()) {
            at = at.flatMap(
                    node -> node.children(step.name()).skip(step.number() - 1L).findFirst());
        }
        if (at.isEmpty()) {
            return message;
        }
        return copy(message, new Gone(at, path.attribute()), false);
    }

    /** What is left out of a copy: a node, or one of its attributes. */
    private record Gone(Optional<Node> node, Optional<String> attribute) {

        boolean takes(Node other) {
            return node.filter(own -> own == other).isPresent() && attribute.isEmpty();
        }

        boolean takes(Node other, String name) {
            return node.filter(own -> own == other).isPresent()
                    && attribute.filter(name::equals).isPresent();
        }
    }

    private BusinessMessage copy(BusinessMessage message, Gone gone, boolean filled) {
        return new BusinessMessage(
                message.header().map(header -> copy(header, gone, filled)), copy(message.document(), gone, filled));
    }

    private Message copy(Message message, Gone gone, boolean filled) {
        return new Message(message.definition(), copy(message.root(), gone, filled));
    }

    private Node copy(Node node, Gone gone, boolean filled) {
        Node copy = new Node(node.declaration(), Place.NOWHERE).text(text(node.text(), filled));
        node.attributes().forEach((name, value) -> {
            if (!gone.takes(node, name)) {
                copy.attribute(name, text(value, filled));
            }
        });
        node.children().stream()
                .filter(child -> !gone.takes(child))
                .forEach(child -> copy.add(copy(child, gone, filled)));
        return copy;
    }

    private String text(String text, boolean filled) {
        if (!filled || !text.contains("${")) {
            return text;
        }
        Value value = ValueParser.parse(text, Place.NOWHERE)
                .value()
                .orElseThrow(() -> new IllegalStateException("a template with a wrong place was taken: " + text));
        return filler.fill(value);
    }
}
