package org.tongwen.conformance.reference;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** A message that is being written: values are put at paths below its body, such as {@code GrpHdr/MsgId}, in any order. */
final class Draft {

    private final MessageDefinition definition;
    private final Node root;
    private final Node body;

    private Draft(MessageDefinition definition, Node root, Node body) {
        this.definition = definition;
        this.root = root;
        this.body = body;
    }

    /** A document without content. */
    static Draft document(String id) {
        MessageDefinition definition = Catalogue.builtIn().find(id).orElseThrow();
        Node root = new Node(definition.root(), Place.NOWHERE);
        ElementDeclaration body = declared(root).elements().get(0);
        return new Draft(definition, root, added(root, body));
    }

    /** A business application header without content. */
    static Draft header() {
        MessageDefinition definition =
                Catalogue.builtIn().find("head.001.001.02").orElseThrow();
        Node root = new Node(definition.root(), Place.NOWHERE);
        return new Draft(definition, root, root);
    }

    /** Identifier of the message, such as {@code pacs.002.001.10}. */
    String id() {
        return definition.id();
    }

    /** Sets a value. An empty one leaves the element away. */
    Draft set(String path, String value) {
        if (!value.isEmpty()) {
            at(path).text(value);
        }
        return this;
    }

    /** Sets a value, if there is one. */
    Draft set(String path, Optional<String> value) {
        return set(path, value.orElse(""));
    }

    /** Sets an amount with its currency. */
    Draft amount(String path, Money money) {
        at(path).text(money.text()).attribute("Ccy", money.currency());
        return this;
    }

    /** Names a financial institution by its BIC. */
    Draft agent(String path, String bic) {
        return set(path + "/FinInstnId/BICFI", bic);
    }

    /** Takes over a part of another message as it stands, as far as this message has the same elements. */
    Draft copy(String path, Optional<Node> source) {
        source.ifPresent(from -> copy(from, at(path)));
        return this;
    }

    /** The value at a path, if one was set. */
    Optional<String> text(String path) {
        return body.find(path).map(Node::text);
    }

    Message message() {
        return new Message(definition, root);
    }

    private static void copy(Node from, Node to) {
        to.text(from.text());
        from.attributes().forEach(to::attribute);
        for (Node child : from.children()) {
            element(to, child.name()).ifPresent(declaration -> copy(child, added(to, declaration)));
        }
    }

    private Node at(String path) {
        Node node = body;
        for (String name : List.of(path.split("/"))) {
            Node around = node;
            node = around.child(name)
                    .orElseGet(() -> added(around, element(around, name).orElseThrow(() -> unknown(path))));
        }
        return node;
    }

    private IllegalArgumentException unknown(String path) {
        return new IllegalArgumentException(definition.id() + " has no " + path);
    }

    private static Optional<ElementDeclaration> element(Node around, String name) {
        return declared(around).element(name);
    }

    private static ComplexType declared(Node node) {
        return (ComplexType) node.declaration().type();
    }

    private static Node added(Node around, ElementDeclaration declaration) {
        Node child = new Node(declaration, Place.NOWHERE);
        around.add(child).arrange();
        return child;
    }
}
