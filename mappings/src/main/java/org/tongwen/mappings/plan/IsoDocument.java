package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.Node;

/** ISO elements as formulas and stylesheets see them: elements of their names without a namespace, with their attributes. */
final class IsoDocument {

    private static final String MESSAGE = "message";

    private IsoDocument() {}

    /** The element, in a document of its own. */
    static XdmNode of(Node node) throws SaxonApiException {
        return build(writer -> write(node, writer));
    }

    /** An element {@code message} that holds the message's header, if it has one, and its document. */
    static XdmNode of(BusinessMessage message) throws SaxonApiException {
        List<Node> roots = message.parts().map(Message::root).toList();
        return build(writer -> {
            writer.writeStartElement(MESSAGE);
            for (Node root : roots) {
                write(root, writer);
            }
            writer.writeEndElement();
        });
    }

    private interface Writing {
        void write(BuildingStreamWriter writer) throws XMLStreamException;
    }

    private static XdmNode build(Writing writing) throws SaxonApiException {
        try {
            BuildingStreamWriter writer = Engine.PROCESSOR.newDocumentBuilder().newBuildingStreamWriter();
            writer.writeStartDocument();
            writing.write(writer);
            writer.writeEndDocument();
            return writer.getDocumentNode().children().iterator().next();
        } catch (XMLStreamException e) {
            throw new SaxonApiException("the message cannot be shown to a formula", e);
        }
    }

    private static void write(Node node, BuildingStreamWriter writer) throws XMLStreamException {
        if (node.isForeign()) {
            return;
        }
        writer.writeStartElement(node.name());
        for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
            if (!attribute.getKey().startsWith("{")) {
                writer.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        }
        for (Node child : node.children()) {
            write(child, writer);
        }
        writer.writeCharacters(node.text());
        writer.writeEndElement();
    }
}
