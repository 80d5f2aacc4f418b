package org.tongwen.rules.condition;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * ISO messages as conditions see them. The whole message has the children {@code AppHdr} and the message's own root element, such as
 * {@code FIToFICstmrCdtTrf}; {@code Document} around it is no step.
 */
public final class IsoSubject implements Subject {

    private static final String DOCUMENT = "Document";

    private final List<Node> tops;
    private final List<String> ids;

    private IsoSubject(List<Node> tops, List<String> ids) {
        this.tops = tops;
        this.ids = ids;
    }

    /** A whole message with its header. */
    public static IsoSubject of(BusinessMessage message) {
        return new IsoSubject(
                message.parts().map(Message::root).toList(),
                message.parts().map(part -> part.definition().id()).toList());
    }

    /** A whole message without header, given its outermost element. */
    public static IsoSubject of(Node outermost) {
        return new IsoSubject(List.of(outermost), List.of(""));
    }

    /** That of the document. */
    @Override
    public String messageId() {
        return ids.get(ids.size() - 1);
    }

    private String idOf(Node node) {
        Node top = node;
        while (top.parent().isPresent()) {
            top = top.parent().get();
        }
        int part = tops.indexOf(top);
        return part < 0 ? "" : ids.get(part);
    }

    /** An element of this message. */
    public Subject at(Node node) {
        return new Element(this, node);
    }

    /** The element that a value is; empty for a whole message, and for values of other documents. */
    public static Optional<Node> node(Subject value) {
        return value instanceof Element element ? Optional.of(element.node()) : Optional.empty();
    }

    /** The outermost elements of the message that a value stands in; none for other documents. */
    public static List<Node> tops(Subject value) {
        return value.root() instanceof IsoSubject message ? List.copyOf(message.tops) : List.of();
    }

    @Override
    public Subject root() {
        return this;
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.empty();
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public boolean some(String name, Predicate<? super Subject> test) {
        for (Node top : tops) {
            boolean found = top.name().equals(DOCUMENT)
                    ? some(this, top.children(), name, test)
                    : (top.name().equals(name) || name.equals(ANY)) && test.test(at(top));
            if (found) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Place place() {
        return tops.get(tops.size() - 1).place();
    }

    private static boolean some(IsoSubject root, List<Node> children, String name, Predicate<? super Subject> test) {
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if ((child.name().equals(name) || name.equals(ANY)) && test.test(new Element(root, child))) {
                return true;
            }
        }
        return false;
    }

    private record Element(IsoSubject message, Node node) implements Subject {

        @Override
        public Subject root() {
            return message;
        }

        @Override
        public String name() {
            return node.name();
        }

        @Override
        public String messageId() {
            return message.idOf(node);
        }

        @Override
        public String type() {
            return node.declaration().type().name();
        }

        @Override
        public String text() {
            return node.text();
        }

        @Override
        public Optional<String> attribute(String name) {
            return node.attribute(name);
        }

        @Override
        public boolean isThere() {
            return isThere(node);
        }

        private static boolean isThere(Node node) {
            List<Node> children = node.children();
            boolean there = !node.text().isEmpty();
            for (int i = 0; i < children.size() && !there; i++) {
                there = isThere(children.get(i));
            }
            return there;
        }

        @Override
        public boolean some(String name, Predicate<? super Subject> test) {
            if (name.equals(AROUND)) {
                return node.parent()
                        .filter(around -> test.test(new Element(message, around)))
                        .isPresent();
            }
            return IsoSubject.some(message, node.children(), name, test);
        }

        @Override
        public Place place() {
            return node.place();
        }
    }
}
