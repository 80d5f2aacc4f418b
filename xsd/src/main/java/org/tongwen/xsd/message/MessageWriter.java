package org.tongwen.xsd.message;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamWriter2;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Writes messages as indented XML in UTF-8, each message's namespace as the default one. It refuses what the definition refuses. */
public final class MessageWriter {

    /** The element around header and document when there are both; the name that integrators of SWIFT know. */
    public static final String WRAPPER = "RequestPayload";

    private static final OutputFactoryImpl FACTORY = new OutputFactoryImpl();

    private MessageWriter() {}

    /** The message as XML, or the findings that stand against it. */
    public static Checked<byte[]> write(BusinessMessage message) {
        List<Finding> findings = message.parts()
                .flatMap(part -> MessageCheck.check(part).stream())
                .toList();
        return findings.isEmpty() ? Checked.of(xml(message), List.of()) : Checked.none(findings);
    }

    /**
     * The message as XML, unchecked: for trees that were checked before.
     *
     * @throws IllegalStateException when a text holds a character that XML cannot carry
     */
    public static byte[] xml(BusinessMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter2 xml = (XMLStreamWriter2) FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeRaw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            document(message, xml);
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the message cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    private static void document(BusinessMessage message, XMLStreamWriter xml) throws XMLStreamException {
        Optional<Message> header = message.header();
        if (header.isEmpty()) {
            new Body(xml, message.document().definition().namespace())
                    .element(message.document().root(), "", 0);
            return;
        }
        xml.writeCharacters("\n");
        xml.writeStartElement(WRAPPER);
        for (Message part : message.parts().toList()) {
            new Body(xml, part.definition().namespace()).element(part.root(), "", 1);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private record Body(XMLStreamWriter xml, String messageNamespace) {

        void element(Node node, String around, int depth) throws XMLStreamException {
            indent(depth);
            start(node, around);
            if (node.children().isEmpty()) {
                xml.writeCharacters(node.text());
            } else {
                children(node, depth);
            }
            xml.writeEndElement();
        }

        private void children(Node node, int depth) throws XMLStreamException {
            if (isMixed(node)) {
                for (Node child : node.children()) {
                    mixed(child, namespace(node));
                }
                return;
            }
            for (Node child : node.children()) {
                element(child, namespace(node), depth + 1);
            }
            indent(depth);
        }

        private void mixed(Node node, String around) throws XMLStreamException {
            if (node.declaration().type() instanceof Foreign foreign && foreign.isText()) {
                xml.writeCharacters(node.text());
                return;
            }
            start(node, around);
            xml.writeCharacters(node.text());
            for (Node child : node.children()) {
                mixed(child, namespace(node));
            }
            xml.writeEndElement();
        }

        private void start(Node node, String around) throws XMLStreamException {
            String namespace = namespace(node);
            xml.writeStartElement("", node.name(), namespace);
            if (!namespace.equals(around)) {
                xml.writeDefaultNamespace(namespace);
            }
            List<String> prefixed = new ArrayList<>();
            for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
                attribute(attribute.getKey(), attribute.getValue(), prefixed);
            }
        }

        private void attribute(String name, String value, List<String> prefixed) throws XMLStreamException {
            if (!name.startsWith("{")) {
                xml.writeAttribute(name, value);
                return;
            }
            int end = name.indexOf('}');
            String namespace = name.substring(1, end);
            prefixed.add(namespace);
            String prefix = namespace.equals("http://www.w3.org/XML/1998/namespace") ? "xml" : "a" + prefixed.size();
            if (!prefix.equals("xml")) {
                xml.writeNamespace(prefix, namespace);
            }
            xml.writeAttribute(prefix, namespace, name.substring(end + 1), value);
        }

        private void indent(int depth) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }

        private String namespace(Node node) {
            return node.declaration().type() instanceof Foreign foreign ? foreign.namespace() : messageNamespace;
        }

        private static boolean isMixed(Node node) {
            return node.children().stream()
                    .anyMatch(child -> child.declaration().type() instanceof Foreign foreign && foreign.isText());
        }
    }
}
