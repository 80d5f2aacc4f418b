package org.tongwen.routes.conversation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/**
 * Makes the question what became of a payment, {@code pacs.028}, in the name of whoever sent the payment: a receiver answers nobody else. It
 * repeats the payment's header and identifiers character for character.
 */
final class StatusRequest {

    /** The version of the profile {@code wallet-interop} and of CBPR+. */
    static final String MESSAGE = "pacs.028.001.03";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final List<String> NAMES = List.of("InstrId", "EndToEndId", "TxId", "UETR");

    private final Catalogue catalogue;

    StatusRequest(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The question about a payment; empty when the payment holds no transaction that can be asked about.
     *
     * @param payment as it was delivered
     * @param id the identifier of the question
     * @param open whether a transaction is to be asked about
     */
    Optional<BusinessMessage> about(BusinessMessage payment, String id, OffsetDateTime now, Open open) {
        MessageDefinition definition = catalogue.find(MESSAGE).orElseThrow();
        Node root = new Node(definition.root(), Place.NOWHERE);
        Node body = add(
                root,
                definition.root().type() instanceof ComplexType type
                        ? type.elements().get(0).name()
                        : "");
        Node group = add(body, "GrpHdr");
        add(group, "MsgId").text(id);
        add(group, "CreDtTm").text(TIME.format(now));
        List<Transaction> held = Transaction.in(payment);
        List<Node> transactions = IntStream.rangeClosed(1, held.size())
                .filter(open::isOpen)
                .mapToObj(number -> held.get(number - 1).node())
                .toList();
        transactions.forEach(transaction -> transaction(payment, transaction, id, body));
        Optional<Message> header = payment.header().map(head -> header(head, id, now));
        return transactions.isEmpty()
                ? Optional.empty()
                : Optional.of(new BusinessMessage(header, new Message(definition, root)));
    }

    /** Says which transactions have no final answer, the first being 1. */
    @FunctionalInterface
    interface Open {
        boolean isOpen(int transaction);
    }

    private static Node body(BusinessMessage message) {
        return message.document().root().children().get(0);
    }

    private static void transaction(BusinessMessage payment, Node transaction, String id, Node body) {
        Node asked = add(body, "TxInf");
        add(asked, "StsReqId").text(id);
        Node original = add(asked, "OrgnlGrpInf");
        Node group = body(payment).child("GrpHdr").orElseThrow();
        add(original, "OrgnlMsgId").text(group.child("MsgId").map(Node::text).orElse(""));
        add(original, "OrgnlMsgNmId").text(payment.document().definition().id());
        group.child("CreDtTm").ifPresent(time -> add(original, "OrgnlCreDtTm").text(time.text()));
        for (String name : NAMES) {
            transaction
                    .find("PmtId/" + name)
                    .ifPresent(value -> find(asked, "Orgnl" + name)
                            .ifPresent(element -> add(asked, element).text(value.text())));
        }
        for (String agent : List.of("InstgAgt", "InstdAgt")) {
            transaction.child(agent).or(() -> group.child(agent)).ifPresent(known -> copy(known, asked));
        }
    }

    private static Message header(Message head, String id, OffsetDateTime now) {
        Node root = new Node(head.definition().root(), Place.NOWHERE);
        for (Node part : head.root().children()) {
            switch (part.name()) {
                case "Fr", "To", "BizSvc" -> copy(part, root);
                case "BizMsgIdr" -> add(root, part.name()).text(id);
                case "MsgDefIdr" -> add(root, part.name()).text(MESSAGE);
                case "CreDt" -> add(root, part.name()).text(TIME.format(now));
                default -> {
                    // Signature, priority and the like are the payment's own.
                }
            }
        }
        return new Message(head.definition(), root);
    }

    private static Node add(Node parent, String name) {
        return add(
                parent, find(parent, name).orElseThrow(() -> new IllegalStateException(MESSAGE + " has no " + name)));
    }

    private static Node add(Node parent, ElementDeclaration element) {
        Node node = new Node(element, Place.NOWHERE);
        parent.add(node);
        return node;
    }

    private static Optional<ElementDeclaration> find(Node parent, String name) {
        return parent.declaration().type() instanceof ComplexType type ? type.element(name) : Optional.empty();
    }

    /** Copies an element with all that the target has room for. */
    private static void copy(Node from, Node parent) {
        find(parent, from.name()).ifPresent(element -> {
            Node node = add(parent, element).text(from.text());
            from.attributes().forEach(node::attribute);
            from.children().forEach(child -> copy(child, node));
        });
    }
}
