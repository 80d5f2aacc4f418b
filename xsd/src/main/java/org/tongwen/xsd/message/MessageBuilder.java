package org.tongwen.xsd.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
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
import org.tongwen.xsd.parse.MarkupLimits;
import org.tongwen.xsd.parse.UnreadableException;
import org.tongwen.xsd.parse.XmlReader;

/** Makes trees from the events of one XML document and has each element checked as it is met. */
final class MessageBuilder {

    private static final String ISO = "urn:iso:std:iso:20022:";

    private final Catalogue catalogue;
    private final Limits limits;
    private final List<Finding> findings;
    private final XmlReader document;
    private final XMLStreamReader2 xml;
    private final Optional<BiConsumer<MessageDefinition, Node>> parts;
    private final MarkupLimits markup;
    private final Supplier<Place> here = this::place;
    private final UnaryOperator<String> namespaces = this::resolved;
    private final Consumer<Finding> report = this::report;

    private @Nullable Frame open;
    private final List<Message> messages = new ArrayList<>();
    private final ElementText text = new ElementText();
    private Optional<MessageDefinition> definition = Optional.empty();
    private Set<ElementDeclaration> bulk = Set.of();
    /** Of the message's outermost element, and as a rule of all in it. */
    private String prefix = "";

    private int depth;
    private int skipped;
    private int nodes;

    /** How many foreign elements are open: a message that stands inside one is no bulk. */
    private int foreign;

    private Optional<Finding> unknownRoot = Optional.empty();

    /**
     * Reads one document.
     *
     * @param parts takes the parts of a bulk message as they are complete, which then do not stay in the message's tree
     */
    MessageBuilder(
            Catalogue catalogue,
            Limits limits,
            List<Finding> findings,
            XmlReader document,
            Optional<BiConsumer<MessageDefinition, Node>> parts) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.findings = findings;
        this.document = document;
        this.xml = document.event();
        this.parts = parts;
        this.markup = new MarkupLimits(limits.maxAttributes(), limits.maxName(), limits.maxNames());
    }

    void read() {
        try {
            readAll();
        } finally {
            document.strangeNames(markup.names());
        }
    }

    private void readAll() {
        for (int event = document.next(); event != XMLStreamConstants.END_DOCUMENT; event = document.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> characters();
            }
        }
        endOfDocument();
    }

    /** Says what is known already when the document cannot be read to its end. */
    void breakOff() {
        for (Frame frame = open; frame != null; frame = frame.around) {
            frame.breakOff();
        }
    }

    private void endOfDocument() {
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
        Optional<Message> header = Optional.empty();
        Optional<Message> body = Optional.empty();
        for (Message message : messages) {
            if (isHeader(message)) {
                header = Optional.of(message);
            } else {
                body = Optional.of(message);
            }
        }
        if (body.isEmpty()) {
            return unknownRoot.isPresent() ? Optional.empty() : header.map(BusinessMessage::of);
        }
        return Optional.of(new BusinessMessage(header, body.get()));
    }

    private static boolean isHeader(Message message) {
        return message.root().name().equals("AppHdr");
    }

    private void start() {
        depth++;
        if (depth > limits.maxDepth()) {
            stop("xsd.TooDeep", "elements are nested more than " + limits.maxDepth() + " deep");
        }
        if (xml.getAttributeCount() > 0 || xml.getNamespaceCount() > 0) {
            markup.attributes(xml);
        }
        Frame parent = open;
        if (skipped > 0) {
            markup.element(xml);
            skipped++;
        } else if (parent == null) {
            startRoot();
        } else {
            startChild(parent);
        }
    }

    /** An outermost element, perhaps inside a wrapper. */
    private void startRoot() {
        markup.element(xml);
        definition = catalogue.ofNamespace(namespace());
        if (definition.isEmpty()) {
            unknownRoot(namespace());
            return;
        }
        ElementDeclaration root = definition.get().root();
        if (!root.name().equals(xml.getLocalName())) {
            String expected = "the outermost element of " + definition.get().id() + " is " + root.name();
            report(Finding.error("xsd.UnexpectedElement", rootPlace(), expected).value(xml.getLocalName()));
            skipped = 1;
            return;
        }
        Place place = place();
        Message message = new Message(definition.get(), new Node(root, place.line(), place.column()));
        if (messages.stream().anyMatch(other -> isHeader(other) == isHeader(message))) {
            report(Finding.error("xsd.UnexpectedElement", rootPlace(), "only one " + root.name() + " at a time"));
            skipped = 1;
            return;
        }
        messages.add(message);
        prefix = prefix();
        bulk = parts.isPresent() ? message.definition().bulk() : Set.of();
        open(message.root());
    }

    /** An unknown outermost element may be a wrapper around header and document; anything unknown inside it is an error. */
    private void unknownRoot(String namespace) {
        text.take();
        Finding unknown = unknown(namespace);
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

    private Finding unknown(String namespace) {
        String id = namespace.substring(namespace.lastIndexOf(':') + 1);
        List<String> versions = catalogue.versionsLike(id);
        String hint = versions.isEmpty() ? "" : "known versions: " + String.join(", ", versions);
        String message = namespace.isEmpty()
                ? xml.getLocalName() + " has no namespace, so it is no ISO 20022 message"
                : "no message definition has this namespace";
        Finding finding =
                Finding.error("xsd.UnknownMessage", rootPlace(), message).hint(hint);
        return namespace.isEmpty() ? finding : finding.value(namespace);
    }

    private void startChild(Frame parent) {
        flushForeignText(parent.node);
        Optional<ElementDeclaration> declaration = parent.child(namespace(), xml.getLocalName(), here);
        if (declaration.isEmpty() || declaration.get().type() instanceof Foreign || isOtherPrefix()) {
            markup.element(xml);
        }
        if (declaration.isEmpty()) {
            skipped = 1;
            return;
        }
        XMLStreamLocation2 start = document.start();
        Node node = new Node(declaration.get(), start.getLineNumber(), start.getColumnNumber());
        parent.node.add(node);
        open(node);
    }

    private void open(Node node) {
        Frame around = open;
        String before = text.take();
        if (around != null) {
            around.text(before);
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            String local = xml.getAttributeLocalName(i);
            node.attribute(
                    namespace == null || namespace.isEmpty() ? local : "{" + namespace + "}" + local,
                    xml.getAttributeValue(i));
        }
        Frame frame = new Frame(node, around, nodes, definition.orElseThrow(), report);
        frame.attributes(namespaces);
        open = frame;
        foreign += node.isForeign() ? 1 : 0;
        nodes++;
        if (nodes > limits.maxNodes()) {
            stop("xsd.TooLarge", "more than " + limits.maxNodes() + " elements have to be kept in memory");
        }
    }

    /** Blanks between elements are not kept: in most documents they are half of all texts. */
    private void characters() {
        Frame frame = open;
        boolean meaningless = skipped > 0 || frame == null || (frame.isStructure() && xml.isWhiteSpace());
        if (!meaningless) {
            text.add(xml.getText());
        }
    }

    private void end() {
        depth--;
        if (skipped > 0) {
            skipped--;
            return;
        }
        Frame frame = open;
        if (frame != null) {
            open = frame.around;
            close(frame);
        }
    }

    private void close(Frame frame) {
        Node node = frame.node;
        if (node.isLeaf()) {
            String all = text.take();
            node.text(all);
            frame.end(all);
        } else {
            flushForeignText(node);
            frame.end(text.take());
        }
        if (node.isForeign()) {
            foreign--;
        } else if (foreign == 0 && bulk.contains(node.declaration())) {
            handOver(node);
            nodes = frame.nodesBefore;
        }
    }

    /** Whoever takes the part may put it into another tree. */
    private void handOver(Node part) {
        Node around = part.parent().orElseThrow();
        parts.orElseThrow().accept(definition.orElseThrow(), part);
        around.release(part);
    }

    private void flushForeignText(Node node) {
        if (node.isForeign()) {
            String piece = text.take();
            if (!Blanks.isBlank(piece)) {
                node.add(new Node(Foreign.text(), Place.NOWHERE).text(piece));
            }
        }
    }

    private void report(Finding finding) {
        if (findings.size() < limits.maxFindings()) {
            findings.add(finding);
        }
    }

    private void stop(String id, String message) {
        throw new UnreadableException(Finding.error(id, place(), message));
    }

    private Place rootPlace() {
        Place place = place();
        return Place.of(place.line(), place.column(), "/" + xml.getLocalName());
    }

    private Place place() {
        return depth <= 1 ? document.outermostPlace() : document.place();
    }

    private String resolved(String prefix) {
        @Nullable String namespace = xml.getNamespaceContext().getNamespaceURI(prefix);
        return namespace == null ? "" : namespace;
    }

    private boolean isOtherPrefix() {
        return !prefix().equals(prefix);
    }

    private String prefix() {
        @Nullable String written = xml.getPrefix();
        return written == null ? "" : written;
    }

    private String namespace() {
        @Nullable String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }
}
