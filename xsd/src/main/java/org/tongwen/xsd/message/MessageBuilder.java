package org.tongwen.xsd.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamLocation2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** Makes trees from the events of one XML document and has each element checked as it is met. */
final class MessageBuilder {

    private final Catalogue catalogue;
    private final Limits limits;
    private final List<Finding> findings;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Message> messages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int skipped;

    MessageBuilder(Catalogue catalogue, Limits limits, List<Finding> findings) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.findings = findings;
    }

    void read(XMLStreamReader2 xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (skipped == 0) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD ->
                    stop("xsd.DoctypeForbidden", place(xml), "a document type declaration is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    stop("xsd.NotWellFormed", place(xml), "the entity " + xml.getLocalName() + " is not declared");
                default -> {}
            }
        }
        if (messages.isEmpty() && findings.isEmpty()) {
            report(Finding.error("xsd.UnknownMessage", Place.NOWHERE, "the document holds no ISO 20022 message"));
        }
    }

    /** The message, once a document has been read. */
    Optional<BusinessMessage> result() {
        List<Message> headers =
                messages.stream().filter(MessageBuilder::isHeader).toList();
        List<Message> documents =
                messages.stream().filter(message -> !isHeader(message)).toList();
        if (documents.isEmpty()) {
            return headers.stream().findFirst().map(BusinessMessage::of);
        }
        return Optional.of(new BusinessMessage(headers.stream().findFirst(), documents.get(0)));
    }

    private static boolean isHeader(Message message) {
        return message.root().name().equals("AppHdr");
    }

    private void start(XMLStreamReader2 xml) {
        depth++;
        if (depth > limits.maxDepth()) {
            stop("xsd.TooDeep", place(xml), "elements are nested more than " + limits.maxDepth() + " deep");
        }
        if (skipped > 0) {
            skipped++;
        } else if (open.isEmpty()) {
            startRoot(xml);
        } else {
            startChild(xml, open.element());
        }
    }

    private void startRoot(XMLStreamReader2 xml) {
        String namespace = namespace(xml);
        Optional<MessageDefinition> definition = catalogue.ofNamespace(namespace);
        if (definition.isEmpty()) {
            unknownRoot(xml, namespace);
            return;
        }
        ElementDeclaration root = definition.get().root();
        if (!root.name().equals(xml.getLocalName())) {
            String expected = "the outermost element of " + definition.get().id() + " is " + root.name();
            report(Finding.error("xsd.UnexpectedElement", rootPlace(xml), expected)
                    .value(xml.getLocalName()));
            skipped = 1;
            return;
        }
        Message message = new Message(definition.get(), new Node(root, place(xml)));
        if (messages.stream().anyMatch(other -> isHeader(other) == isHeader(message))) {
            report(Finding.error("xsd.UnexpectedElement", rootPlace(xml), "only one " + root.name() + " at a time"));
            skipped = 1;
            return;
        }
        messages.add(message);
        open(message.root(), message.definition(), xml);
    }

    /** An unknown outermost element may be a wrapper around header and document; anything unknown inside it is an error. */
    private void unknownRoot(XMLStreamReader2 xml, String namespace) {
        text.setLength(0);
        if (depth == 1 && !namespace.startsWith("urn:iso:std:iso:20022:")) {
            return;
        }
        String id = namespace.substring(namespace.lastIndexOf(':') + 1);
        List<String> versions = catalogue.versionsLike(id);
        String hint = versions.isEmpty() ? "" : "known versions: " + String.join(", ", versions);
        report(Finding.error("xsd.UnknownMessage", rootPlace(xml), "no message definition has this namespace")
                .value(namespace)
                .hint(hint));
        skipped = 1;
    }

    private void startChild(XMLStreamReader2 xml, Frame parent) {
        flushForeignText(parent.node);
        Optional<ElementDeclaration> declaration = parent.child(namespace(xml), xml.getLocalName(), place(xml));
        if (declaration.isEmpty()) {
            skipped = 1;
            return;
        }
        Node node = new Node(declaration.get(), place(xml));
        parent.node.add(node);
        open(node, messages.get(messages.size() - 1).definition(), xml);
    }

    private void open(Node node, MessageDefinition definition, XMLStreamReader2 xml) {
        if (open.peek() != null && !node.isForeign()) {
            open.element().text(text.toString());
        }
        text.setLength(0);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            String local = xml.getAttributeLocalName(i);
            node.attribute(
                    namespace == null || namespace.isEmpty() ? local : "{" + namespace + "}" + local,
                    xml.getAttributeValue(i));
        }
        Frame frame = new Frame(node, definition, this::report);
        frame.attributes();
        open.push(frame);
    }

    private void end() {
        depth--;
        if (skipped > 0) {
            skipped--;
            return;
        }
        Frame frame = open.poll();
        if (frame == null) {
            return;
        }
        close(frame);
    }

    private void close(Frame frame) {
        Node node = frame.node;
        if (node.children().isEmpty()) {
            node.text(text.toString());
        } else {
            flushForeignText(node);
        }
        frame.end(text.toString());
        text.setLength(0);
    }

    private void flushForeignText(Node node) {
        if (node.isForeign() && !text.toString().isBlank()) {
            node.add(new Node(Foreign.text(), Place.NOWHERE).text(text.toString()));
            text.setLength(0);
        }
    }

    private void report(Finding finding) {
        if (findings.size() < limits.maxFindings()) {
            findings.add(finding);
        }
    }

    private static void stop(String id, Place place, String message) {
        throw new MessageReader.StopException(Finding.error(id, place, message));
    }

    private static Place rootPlace(XMLStreamReader2 xml) {
        Place place = place(xml);
        return Place.of(place.line(), place.column(), "/" + xml.getLocalName());
    }

    private static Place place(XMLStreamReader2 xml) {
        XMLStreamLocation2 location = xml.getLocationInfo().getStartLocation();
        return Place.of(location.getLineNumber(), location.getColumnNumber(), "");
    }

    private static String namespace(XMLStreamReader2 xml) {
        @Nullable String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }
}
