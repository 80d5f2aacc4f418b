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
import org.tongwen.xsd.definition.Blanks;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** Makes trees from the events of one XML document and has each element checked as it is met. */
final class MessageBuilder {

    private static final String ISO = "urn:iso:std:iso:20022:";

    private final Catalogue catalogue;
    private final Limits limits;
    private final List<Finding> findings;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Message> messages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int skipped;
    private Optional<Finding> unknownRoot = Optional.empty();

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
        if (unknownRoot.isPresent() && messages.isEmpty()) {
            report(unknownRoot.get());
        } else if (unknownRoot.isPresent()
                && findings.isEmpty()
                && messages.stream().allMatch(MessageBuilder::isHeader)) {
            report(Finding.error(
                    "xsd.MissingElement",
                    unknownRoot.get().place(),
                    "the document that the header announces is missing"));
        }
    }

    /** The message, once a document has been read. */
    Optional<BusinessMessage> result() {
        List<Message> headers =
                messages.stream().filter(MessageBuilder::isHeader).toList();
        List<Message> documents =
                messages.stream().filter(message -> !isHeader(message)).toList();
        if (documents.isEmpty()) {
            return unknownRoot.isPresent()
                    ? Optional.empty()
                    : headers.stream().findFirst().map(BusinessMessage::of);
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
        Finding unknown = unknown(xml, namespace);
        if (depth == 1) {
            unknownRoot = Optional.of(unknown);
            skipped = namespace.startsWith(ISO) ? 1 : 0;
            return;
        }
        skipped = 1;
        if (!messages.isEmpty() || namespace.startsWith(ISO)) {
            report(unknown);
            unknownRoot = unknownRoot.filter(root -> !messages.isEmpty());
        }
    }

    private Finding unknown(XMLStreamReader2 xml, String namespace) {
        String id = namespace.substring(namespace.lastIndexOf(':') + 1);
        List<String> versions = catalogue.versionsLike(id);
        String hint = versions.isEmpty() ? "" : "known versions: " + String.join(", ", versions);
        String message = namespace.isEmpty()
                ? xml.getLocalName() + " has no namespace, so it is no ISO 20022 message"
                : "no message definition has this namespace";
        Finding finding =
                Finding.error("xsd.UnknownMessage", rootPlace(xml), message).hint(hint);
        return namespace.isEmpty() ? finding : finding.value(namespace);
    }

    private void startChild(XMLStreamReader2 xml, Frame parent) {
        flushForeignText(parent.node);
        Place place = place(xml);
        Optional<ElementDeclaration> declaration = parent.child(namespace(xml), xml.getLocalName(), () -> place);
        if (declaration.isEmpty()) {
            skipped = 1;
            return;
        }
        Node node = new Node(declaration.get(), place);
        parent.node.add(node);
        open(node, messages.get(messages.size() - 1).definition(), xml);
    }

    private void open(Node node, MessageDefinition definition, XMLStreamReader2 xml) {
        if (open.peek() != null) {
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
        frame.attributes(prefix -> resolved(xml, prefix));
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
        if (node.isForeign() && !Blanks.isBlank(text.toString())) {
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

    private Place rootPlace(XMLStreamReader2 xml) {
        Place place = place(xml);
        return Place.of(place.line(), place.column(), "/" + xml.getLocalName());
    }

    /** The parser counts blanks before the outermost element as its beginning: then only the line of its end is sure. */
    private Place place(XMLStreamReader2 xml) {
        XMLStreamLocation2 start = xml.getLocationInfo().getStartLocation();
        int line = depth <= 1 ? endLine(xml) : start.getLineNumber();
        return Place.of(line, line == start.getLineNumber() ? start.getColumnNumber() : 0, "");
    }

    private static int endLine(XMLStreamReader2 xml) {
        return xml.getLocationInfo().getCurrentLocation().getLineNumber();
    }

    private static String resolved(XMLStreamReader2 xml, String prefix) {
        @Nullable String namespace = xml.getNamespaceContext().getNamespaceURI(prefix);
        return namespace == null ? "" : namespace;
    }

    private static String namespace(XMLStreamReader2 xml) {
        @Nullable String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }
}
