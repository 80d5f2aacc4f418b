package org.tongwen.conformance.reference;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** A message that came in: readable, valid by definition, from a party that is known, and signed by it. */
record Received(BusinessMessage message) {

    /** Identifier of the document's definition. */
    String id() {
        return message.document().definition().id();
    }

    /** BIC of the sender, as the header names it. */
    String from() {
        return header("Fr/FIId/FinInstnId/BICFI");
    }

    /** BIC of the receiver, as the header names it. */
    String to() {
        return header("To/FIId/FinInstnId/BICFI");
    }

    /** What the header says at that path; empty when it says nothing. */
    String header(String path) {
        return message.header()
                .flatMap(header -> header.root().find(path))
                .map(Node::text)
                .orElse("");
    }

    /** The text at a path below the document's body; empty when there is none. */
    String text(String path) {
        return find(path).map(Node::text).orElse("");
    }

    /** The element at a path below the document's body. */
    Optional<Node> find(String path) {
        return body().find(path);
    }

    /** The amount at that path, if it is there. */
    Optional<Money> money(String path) {
        return find(path)
                .map(node -> new Money(
                        new BigDecimal(node.text()), node.attribute("Ccy").orElse("")));
    }

    /** The UETR of a payment, order or request, empty when it has none; of other messages there is nothing to say. */
    Optional<String> uetr() {
        return switch (id()) {
            case "pacs.008.001.08" -> Optional.of(text("CdtTrfTxInf/PmtId/UETR"));
            case "pain.001.001.09" -> Optional.of(text("PmtInf/CdtTrfTxInf/PmtId/UETR"));
            case "pain.013.001.07" -> Optional.of(text("PmtInf/CdtTrfTx/PmtId/UETR"));
            default -> Optional.empty();
        };
    }

    /** How many elements of that name the body has. */
    long count(String name) {
        return body().children(name).count();
    }

    /** The part of the document at a path, in writing, to compare it with that of another message. */
    String written(String path) {
        return find(path).map(Received::written).orElse("");
    }

    private static String written(Node node) {
        StringBuilder text = new StringBuilder(node.name())
                .append(node.attributes())
                .append('=')
                .append(node.text());
        node.children().forEach(child -> text.append('(').append(written(child)).append(')'));
        return text.toString();
    }

    private Node body() {
        return message.document().root().children().get(0);
    }
}
