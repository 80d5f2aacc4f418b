package org.tongwen.conformance.play;

import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** Messages without the signature in their header. */
final class Unsigned {

    private static final String SIGNATURE = "Sgntr";

    private Unsigned() {}

    static BusinessMessage of(BusinessMessage message) {
        boolean signed = message.header()
                .filter(header -> header.root().child(SIGNATURE).isPresent())
                .isPresent();
        return signed ? new BusinessMessage(message.header().map(Unsigned::of), message.document()) : message;
    }

    /** A copy, so that the header itself stays as it came. */
    private static Message of(Message header) {
        Node root = new Node(header.root().declaration(), Place.NOWHERE);
        header.root().children().stream()
                .filter(child -> !child.name().equals(SIGNATURE))
                .forEach(child -> root.add(copy(child)));
        return new Message(header.definition(), root);
    }

    private static Node copy(Node node) {
        Node copy = new Node(node.declaration(), Place.NOWHERE).text(node.text());
        node.attributes().forEach(copy::attribute);
        node.children().forEach(child -> copy.add(copy(child)));
        return copy;
    }
}
